import { type DayState, type DifferenceKind, type DifferenceView, formatBooked, formatCredits } from "@covenant/domain";
import type { Tone } from "@covenant/ui";

export const dayLooks = {
  waiting: { label: "Being compared", tone: "info" },
  "not-compared": { label: "Not compared", tone: "warn" },
  balanced: { label: "Balanced", tone: "ok" },
  differs: { label: "Differs", tone: "bad" },
} as const satisfies Record<DayState, { label: string; tone: Tone }>;

type Words = { title: string; next: string };

/** What each difference is called, and what whoever reads it does next. */
export const differenceWords = {
  "paid-there-not-here": {
    title: "Paid at Stripe, not here",
    next: "Hear its payment event again, or read at the order why it was left unsettled.",
  },
  "paid-here-not-there": {
    title: "Paid here, not at Stripe",
    next: "Credits were granted without money. Look for the payment in Stripe's dashboard by the id of the order.",
  },
  "amount-differs": {
    title: "Charged another amount",
    next: "Compare the order with the payment at Stripe, and give back what is too much.",
  },
  "refund-unknown-here": {
    title: "Refund at Stripe that we do not know",
    next: "Hear its payment event again, so that it is written down and takes its credits.",
  },
  "refund-missing-there": {
    title: "Refund here that Stripe does not have",
    next: "The member lost credits and got no money. Look for it in Stripe's dashboard, and make it there if it is missing.",
  },
  "refund-amount-differs": {
    title: "Refund of another amount",
    next: "Compare both; what is missing goes back from the order.",
  },
  "refund-failed-there-not-here": {
    title: "Refund failed at Stripe, stands here",
    next: "Hear its payment event again, so that the credits come back.",
  },
  "refund-failed-here-not-there": {
    title: "Refund failed here, stands at Stripe",
    next: "The member has money and credits. Look at the refund in Stripe's dashboard before anything is given again.",
  },
  "dispute-unknown-here": {
    title: "Dispute at Stripe that we do not know",
    next: "Hear its payment event again, so that the order's credits are frozen.",
  },
  "dispute-missing-there": {
    title: "Dispute here that Stripe does not have",
    next: "Credits are frozen for it. Look for it in Stripe's dashboard.",
  },
  "dispute-amount-differs": {
    title: "Dispute of another amount",
    next: "Compare both; the bank's amount is the one that counts.",
  },
  "dispute-won-there-not-here": {
    title: "Dispute won at Stripe, not here",
    next: "Hear its payment event again, so that the credits come back.",
  },
  "dispute-won-here-not-there": {
    title: "Dispute won here, money not back",
    next: "Stripe returns the money with its answer. If it is not there tomorrow, ask Stripe.",
  },
  "movement-unexplained": {
    title: "Money moved at Stripe for no reason we know",
    next: "Find the movement in Stripe's balance; reserves and corrections are booked there.",
  },
  "lot-missing": {
    title: "Paid, and no credits granted",
    next: "Hand it to engineering with the order; nothing here grants them.",
  },
  "lot-twice": {
    title: "Credits granted twice",
    next: "Hand it to engineering with the order, before they are spent.",
  },
  "lot-of-unpaid-order": { title: "Credits of an order nobody paid", next: "Hand it to engineering with the order." },
  "lot-credits-differ": { title: "Other credits than ordered", next: "Hand it to engineering with the order." },
  "lot-price-differs": { title: "Credits at another price", next: "Hand it to engineering with the order." },
  "reclaim-differs": {
    title: "Refunds took other credits than the ledger says",
    next: "Compare the refunds of the order with its entries, then hand it to engineering.",
  },
} as const satisfies Record<DifferenceKind, Words>;

/** What to do next. A payment at Stripe that no order of ours is behind is nothing that could be heard again. */
export function nextWords({ kind, orderId }: Pick<DifferenceView, "kind" | "orderId">): string {
  if (kind === "paid-there-not-here" && orderId === null)
    return "No order of ours is behind it. Find the payment in Stripe's dashboard: it belongs to something else there, or has to go back.";
  return differenceWords[kind].next;
}

/** One side of a difference, in the unit of both; "nothing" where a side has nothing. */
export function sideWords(amount: number | null, unit: string): string {
  if (amount === null) return "nothing";
  return unit === "credits" ? formatCredits(amount) : formatBooked({ amountMinor: amount, currency: unit });
}

/** Who the other side is: the processor, or our own ledger. */
export function otherSide({ kind }: Pick<DifferenceView, "kind">): "Stripe" | "Ledger" {
  return kind.startsWith("lot-") || kind === "reclaim-differs" ? "Ledger" : "Stripe";
}
