import * as z from "zod/mini";
import { recipientIds } from "./recipient.ts";

/** A clause to go on reading at. */
const clauseLink = z.object({ id: z.string(), title: z.string(), path: z.string() });

/** Something a storefront stores, in words for the people it is about. */
export const storedItem = z.object({
  /** Its anchor on the privacy page is `stored-<id>`. */
  id: z.string(),
  what: z.string(),
  why: z.string(),
  /** The ground of GDPR article 6 that its use rests on. */
  basis: z.string(),
  where: z.string(),
  howLong: z.string(),
  /** The clauses that say how long; none where only a mechanism ends it. */
  clauses: z.array(clauseLink),
  receivers: z.array(z.object({ id: z.enum(recipientIds), name: z.string() })),
});
export type StoredItem = z.infer<typeof storedItem>;

/** Somebody outside who receives data. */
export const recipientView = z.object({
  /** Its anchor on the privacy page is `recipient-<id>`. */
  id: z.enum(recipientIds),
  name: z.string(),
  gets: z.string(),
  why: z.string(),
  place: z.string(),
  /** The clauses that speak of it. */
  clauses: z.array(clauseLink),
});
export type RecipientView = z.infer<typeof recipientView>;

/** Records whose end a clause says, in general words and not in days. */
const keptRecords = z.object({ kinds: z.array(z.string()), says: z.string(), clause: clauseLink });

/** What a storefront stores and who receives it (GDPR, articles 13 and 30). */
export const inventoryView = z.object({
  stored: z.array(storedItem),
  /** What `howLong` refers to where it names records: each clause once. */
  records: z.array(keptRecords),
  recipients: z.array(recipientView),
});
export type InventoryView = z.infer<typeof inventoryView>;
