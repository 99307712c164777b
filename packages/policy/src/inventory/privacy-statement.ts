import type { RecipientId } from "@covenant/domain";
import type { ClauseId } from "../clause.ts";
import type { RecordKind } from "./entry.ts";

/** A clause that says who receives data, with the words it has for each of them. */
export type Share = { readonly clause: ClauseId; readonly names: Readonly<Partial<Record<RecipientId, string>>> };

/**
 * How a pack's clauses speak of what the register holds: which clause keeps the records that no retention rule is about,
 * and which clauses name the recipients. `policy:coverage` holds both against the register. A clause of a version that
 * is not the one looked at is left out.
 */
export type PrivacyStatement = {
  readonly keeps: Readonly<Record<RecordKind, ClauseId>>;
  readonly shares: readonly Share[];
};

/** What the law itself says of recipients, in every storefront's terms. */
export const lawfulShares: readonly Share[] = [
  { clause: "LAW-CHILD-SAFETY", names: { authorities: "reported to the authorities" } },
];
