import type { DifferenceKind, DifferenceView } from "@covenant/domain";
import type { Pair } from "./pair-books.ts";

/** A difference before it is written down. `subject` and kind name it within its day. */
export type FoundDifference = Omit<DifferenceView, "id" | "foundAt" | "resolvedAt"> & { subject: string };

type Sides = { hereOnly: DifferenceKind; thereOnly: DifferenceKind; unequal: DifferenceKind };

const kinds = {
  payment: { hereOnly: "paid-here-not-there", thereOnly: "paid-there-not-here", unequal: "amount-differs" },
  refund: { hereOnly: "refund-missing-there", thereOnly: "refund-unknown-here", unequal: "refund-amount-differs" },
  "refund-failure": {
    hereOnly: "refund-failed-here-not-there",
    thereOnly: "refund-failed-there-not-here",
    unequal: "refund-amount-differs",
  },
  dispute: { hereOnly: "dispute-missing-there", thereOnly: "dispute-unknown-here", unequal: "dispute-amount-differs" },
  "dispute-reversal": {
    hereOnly: "dispute-won-here-not-there",
    thereOnly: "dispute-won-there-not-here",
    unequal: "dispute-amount-differs",
  },
  other: { hereOnly: "movement-unexplained", thereOnly: "movement-unexplained", unequal: "movement-unexplained" },
} as const satisfies Record<Pair["noun"], Sides>;

/**
 * What a pair differs in; nothing where both sides agree to the minor unit. Amounts of two currencies cannot stand side by
 * side, so each is a difference of its own: together the differences are all that the sums are apart.
 */
export function differencesOf(pair: Pair): FoundDifference[] {
  const kind = kindOf(pair);
  if (kind === null) return [];
  const { ours, theirs, ourCurrency, theirCurrency, movementId, orderId, refundId, disputeId, processorId } = pair;
  const ourId = disputeId ?? refundId ?? orderId ?? "";
  const ids = { kind, orderId, refundId, disputeId, processorId: processorId ?? movementId };
  if (ours === null || theirs === null || ourCurrency === theirCurrency)
    return [{ ...ids, subject: movementId ?? ourId, ours, theirs, unit: theirCurrency ?? ourCurrency ?? "" }];
  return [
    { ...ids, subject: movementId ?? ourId, ours: null, theirs, unit: theirCurrency ?? "" },
    { ...ids, subject: ourId, ours, theirs: null, unit: ourCurrency ?? "" },
  ];
}

function kindOf({ noun, ours, theirs, ourCurrency, theirCurrency }: Pair): DifferenceKind | null {
  if (theirs === null) return kinds[noun].hereOnly;
  if (ours === null) return kinds[noun].thereOnly;
  return ours === theirs && ourCurrency === theirCurrency ? null : kinds[noun].unequal;
}
