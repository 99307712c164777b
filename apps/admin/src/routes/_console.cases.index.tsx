import { caseKinds, storefrontIdSchema } from "@covenant/domain";
import { createFileRoute } from "@tanstack/react-router";
import * as z from "zod/mini";
import { CasesPage } from "../cases/CasesPage.tsx";
import { needs } from "../shell/capability.ts";

const search = z.object({
  state: z.catch(z.optional(z.enum(["open", "decided"])), undefined),
  kind: z.catch(z.optional(z.enum(caseKinds)), undefined),
  storefront: z.catch(z.optional(storefrontIdSchema), undefined),
  /** The row that j and k have moved to. */
  sel: z.catch(z.optional(z.string()), undefined),
});

export const Route = createFileRoute("/_console/cases/")({
  validateSearch: search,
  beforeLoad: needs("case.read"),
  component: CasesPage,
});
