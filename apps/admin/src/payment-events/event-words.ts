import type { ParkedReason, PaymentEventView } from "@covenant/domain";
import type { Tone } from "@covenant/ui";

export const reasonTitles = {
  version: "Written in another version",
  foreign: "About nothing of ours",
  unsettled: "Cannot be settled",
} as const satisfies Record<ParkedReason, string>;

/** What to do about a parked event before it is heard again. */
export const reasonAdvice = {
  version:
    "It was acted on all the same, for only its id is read. Set the webhook endpoint in Stripe's dashboard to the version named here, then hear the event again to take it out.",
  foreign:
    "Either it belongs to something else on the same Stripe account, or our row is missing. Look for the id in Stripe's dashboard and on the day's reconciliation.",
  unsettled:
    "Stripe and our row do not fit. The order says what was paid and what was ordered; mend one of them first.",
} as const satisfies Record<ParkedReason, string>;

export const heardWords = {
  webhook: "Sent by webhook",
  asked: "Asked for, since no webhook came",
} as const satisfies Record<PaymentEventView["heardBy"], string>;

export function lookOf({ parked, about }: PaymentEventView): { label: string; tone: Tone } {
  if (parked === null && about === null) return { label: "Kept, nothing to do", tone: "neutral" };
  if (parked === null) return { label: "Used", tone: "ok" };
  return { label: reasonTitles[parked.reason], tone: parked.reason === "unsettled" ? "bad" : "warn" };
}

/** A problem as it begins a sentence. */
export function sentence(problem: string): string {
  return problem.charAt(0).toUpperCase() + problem.slice(1);
}
