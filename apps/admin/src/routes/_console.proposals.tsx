import { createFileRoute } from "@tanstack/react-router";
import * as z from "zod/mini";
import { ProposalsPage } from "../proposals/ProposalsPage.tsx";
import { needs } from "../shell/capability.ts";

const search = z.object({
  show: z.catch(z.optional(z.enum(["all"])), undefined),
  /** The row that j and k have moved to. */
  sel: z.catch(z.optional(z.string()), undefined),
});

export const Route = createFileRoute("/_console/proposals")({
  validateSearch: search,
  beforeLoad: needs("order.read"),
  component: ProposalsPage,
});
