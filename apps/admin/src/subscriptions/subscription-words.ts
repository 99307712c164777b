import type { SubscriptionFile } from "@covenant/domain";
import { dayText, type Tone } from "@covenant/ui";

export const subscriptionLooks = {
  placed: { label: "Not paid yet", tone: "info" },
  active: { label: "Active", tone: "ok" },
  "past-due": { label: "Renewal not paid", tone: "warn" },
  paused: { label: "Paused", tone: "warn" },
  cancelling: { label: "Cancelled, runs on", tone: "neutral" },
  ended: { label: "Ended", tone: "neutral" },
} as const satisfies Record<SubscriptionFile["state"], { label: string; tone: Tone }>;

const ways = {
  "billing-page": "on the billing page",
  mail: "by mail",
  "account-closed": "with the account",
  withdrawal: "by a withdrawal",
  "payment-lost": "since a payment was lost to the bank",
} as const;

/** How and when it was cancelled, or why it ended without: "On 21 November 2026, by mail". */
export function cancellationWords({ state, cancelledAt, cancelledBy }: SubscriptionFile): string {
  if (cancelledAt !== null) return `On ${dayText(cancelledAt)}${cancelledBy === null ? "" : `, ${ways[cancelledBy]}`}`;
  return state === "ended" ? "Never; it ended by itself" : "No";
}

/** Why a mail can cancel nothing; undefined where it can. */
export function reasonAgainstMail({ state }: Pick<SubscriptionFile, "state">): string | undefined {
  if (state === "placed") return "Nobody has paid it, so there is nothing to cancel.";
  return undefined;
}
