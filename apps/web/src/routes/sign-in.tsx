import { createFileRoute } from "@tanstack/react-router";
import * as z from "zod/mini";
import { SignInPage } from "../members/SignInPage.tsx";

const search = z.object({ next: z.catch(z.optional(z.string()), undefined) });

export const Route = createFileRoute("/sign-in")({ validateSearch: search, component: SignInPage });
