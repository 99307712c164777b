import type { ClauseId } from "../../clause.ts";

/** What ordinary practice has a clause on. A topic's place is its number, so a new one goes to the end and none is taken away. */
const topics = [
  "agreement",
  "account",
  "joining",
  "newTerms",
  "confirmedAddress",
  "suspension",
  "support",
  "liability",
  "rights",
  "content",
  "doubt",
  "strikes",
  "proof",
  "undone",
  "spent",
  "noResult",
  "shownPrice",
  "final",
  "takesBack",
  "paidOnce",
  "bankWarning",
  "noWayBack",
  "cancelling",
  "priceNotice",
  "packs",
  "plans",
  "given",
  "grace",
  "suspendedRenewals",
  "stored",
  "records",
  "recipients",
  "dataRights",
  "notices",
  "fairUse",
  "judged",
  "conductStrikes",
  "repeated",
  "refusedAgain",
  "mild",
  "firstSuspension",
  "lastRungs",
  "told",
  "closing",
  "left",
  "addUp",
  "rests",
  "appealing",
  "pictures",
] as const;
export type Topic = (typeof topics)[number];

/** The id that each topic's clause has under a storefront's prefix: `EXP-a1` and on. */
export type OrdinaryIds = Readonly<Record<Topic, ClauseId>>;

export function ordinaryIds(prefix: string): OrdinaryIds {
  const ids = topics.map((topic, index) => [topic, `${prefix}-a${index + 1}`] as const);
  return Object.fromEntries(ids) as Record<Topic, ClauseId>;
}
