import { storefrontIdSchema } from "@covenant/domain";
import { createFileRoute } from "@tanstack/react-router";
import * as z from "zod/mini";
import { AppealsPage } from "../appeals/AppealsPage.tsx";
import { needs } from "../shell/capability.ts";

const search = z.object({
  state: z.catch(z.optional(z.enum(["open", "decided"])), undefined),
  storefront: z.catch(z.optional(storefrontIdSchema), undefined),
  /** The row that j and k have moved to. */
  sel: z.catch(z.optional(z.string()), undefined),
});

export const Route = createFileRoute("/_console/appeals/")({
  validateSearch: search,
  beforeLoad: needs("case.read"),
  component: AppealsPage,
});
