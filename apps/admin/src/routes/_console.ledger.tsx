import { buckets, entryKinds } from "@covenant/domain";
import { createFileRoute } from "@tanstack/react-router";
import * as z from "zod/mini";
import { LedgerPage } from "../credits/LedgerPage.tsx";
import { needs } from "../shell/capability.ts";

const search = z.object({
  /** An id, an email, an entry or the number of a seal. */
  find: z.catch(z.optional(z.coerce.string().check(z.maxLength(254))), undefined),
  kind: z.catch(z.optional(z.enum(entryKinds)), undefined),
  bucket: z.catch(z.optional(z.enum(buckets)), undefined),
});

export const Route = createFileRoute("/_console/ledger")({
  validateSearch: search,
  beforeLoad: needs("ledger.read"),
  component: LedgerPage,
});
