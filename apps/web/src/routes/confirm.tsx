import { createFileRoute } from "@tanstack/react-router";
import * as z from "zod/mini";
import { ConfirmPage } from "../members/ConfirmPage.tsx";

const search = z.object({ token: z.catch(z.string(), "") });

export const Route = createFileRoute("/confirm")({ validateSearch: search, component: ConfirmPage });
