import type { Bucket, EntryKind, EntryView, LotSource } from "./wallet.ts";

// What a statement is printed with, on a page and in a file; apart from the schemas, as the printing of amounts is.

/** What each kind of entry did, as the member whose credits they are reads it. */
const deeds = {
  grant: "Added",
  hold: "Set aside",
  review: "Kept aside until a person decides",
  capture: "Charged",
  release: "Returned, not charged",
  "pay-back": "Paid back",
  expire: "Expired",
  reclaim: "Taken out: the order is refunded",
  unreclaim: "Put back: the refund did not go through",
  freeze: "Frozen: the payment is disputed",
  unfreeze: "Freed: the dispute is over",
  chargeback: "Taken out: the dispute was lost",
  unchargeback: "Put back: the dispute was won",
  forfeit: "Forfeited when the account was closed",
  restore: "Restored with the account",
  adjust: "Corrected by our staff",
} as const satisfies Record<EntryKind, string>;

/** Where credits went that came, or came back, to a lot and could not stay available. */
const detours: Partial<Record<Bucket, string>> = {
  frozen: "frozen with its disputed order",
  expired: "expired with its lot",
  forfeited: "forfeited, as the account is closed",
  "charged-back": "taken out with its disputed order",
};

const incoming: readonly string[] = [
  "grant",
  "release",
  "pay-back",
  "unreclaim",
  "unfreeze",
  "unchargeback",
  "restore",
] satisfies EntryKind[];

/** An entry in words: what was done, and where the credits ended when that is not where such credits usually end. */
export function entryWords({ kind, to }: Pick<EntryView, "kind" | "to">): string {
  const deed = kind in deeds ? deeds[kind as EntryKind] : kind;
  const detour = incoming.includes(kind) ? detours[to] : undefined;
  return detour === undefined ? deed : `${deed}; ${detour}`;
}

/** Where a lot came from. */
export const lotSourceWords = {
  pack: "Pack",
  subscription: "Subscription",
  bonus: "Bonus",
  goodwill: "Goodwill",
} as const satisfies Record<LotSource, string>;

const ownBuckets = ["available", "held", "frozen"] as const satisfies readonly Bucket[];

/** What a movement adds to each of a member's own buckets; negative when it takes. */
export function changesOf({ from, to, credits }: Pick<EntryView, "from" | "to" | "credits">) {
  const [available = 0, held = 0, frozen = 0] = ownBuckets.map(
    (bucket) => credits * (Number(to === bucket) - Number(from === bucket)),
  );
  return { available, held, frozen };
}

/** "November 2026" of `2026-11`. */
export function formatMonth(month: string): string {
  return monthFormat.format(new Date(`${month}-01T00:00:00Z`));
}

const monthFormat = new Intl.DateTimeFormat("en-US", { month: "long", year: "numeric", timeZone: "UTC" });
