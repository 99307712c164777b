import { createFileRoute } from "@tanstack/react-router";
import * as z from "zod/mini";
import { ActsPage } from "../acts/ActsPage.tsx";
import { needs } from "../shell/capability.ts";

const search = z.object({ on: z.catch(z.optional(z.string().check(z.maxLength(80))), undefined) });

export const Route = createFileRoute("/_console/acts")({
  validateSearch: search,
  beforeLoad: needs("act.read"),
  component: ActsPage,
});
