import { storefrontIdSchema } from "@covenant/domain";
import { createFileRoute } from "@tanstack/react-router";
import * as z from "zod/mini";
import { MembersPage } from "../members/MembersPage.tsx";
import { needs } from "../shell/capability.ts";

const search = z.object({
  search: z.catch(z.optional(z.string().check(z.maxLength(254))), undefined),
  storefront: z.catch(z.optional(storefrontIdSchema), undefined),
  /** The row that j and k have moved to. */
  sel: z.catch(z.optional(z.string()), undefined),
});

export const Route = createFileRoute("/_console/members/")({
  validateSearch: search,
  beforeLoad: needs("member.read"),
  component: MembersPage,
});
