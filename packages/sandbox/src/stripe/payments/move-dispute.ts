import type Stripe from "stripe";
import { copyOf } from "../api/expand.ts";
import { refused } from "../api/stripe-error.ts";
import { idOf } from "../books/ids.ts";
import { nowFor } from "../clock/time.ts";
import { changesSince, emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { recordMovement } from "./balance.ts";

/** Where a dispute can go from where it stands. A lost one may be appealed, and come back won. */
export const nextStatuses: Readonly<Record<string, readonly string[]>> = {
  needs_response: ["under_review", "won", "lost", "prevented"],
  under_review: ["won", "lost"],
  warning_needs_response: ["warning_under_review", "warning_closed", "needs_response"],
  warning_under_review: ["warning_closed", "needs_response"],
  lost: ["appeal_needs_response", "appeal_under_review"],
  appeal_needs_response: ["appeal_under_review", "won", "lost"],
  appeal_under_review: ["won", "lost"],
};

const closed = new Set(["won", "lost", "warning_closed", "prevented"]);

/** What Stripe asks for each dispute, in the account's currency; nobody gets it back. */
const disputeFee = { amount: 1_500, description: "Dispute fee" };

/**
 * Brings a dispute further, moves the money that goes with it, and tells of both. Resolves when all was told once.
 * @throws StripeRefusal when it cannot go there from where it is.
 */
export function moveDispute(room: StripeRoom, dispute: Stripe.Dispute, to: string): Promise<void> {
  const next = nextStatuses[dispute.status] ?? [];
  if (!next.includes(to)) {
    const choices = next.length === 0 ? "nothing" : next.join(", ");
    throw refused(`A dispute that is ${dispute.status} can become ${choices}, not ${to}.`);
  }
  const before = copyOf(dispute);
  const wasOpened = dispute.status.startsWith("warning_") && to === "needs_response";
  dispute.status = to;
  dispute.is_charge_refundable = to === "won" || to.startsWith("warning_");
  if (wasOpened) void tellWithdrawal(room, dispute);
  if (to === "won") void tellReinstatement(room, dispute);
  const at = timeOfDispute(room, dispute);
  const previous = changesSince(before, dispute);
  return emitEvent(room, closed.has(to) ? "charge.dispute.closed" : "charge.dispute.updated", dispute, {
    at,
    previous,
  });
}

/** The time that the payer's clock shows. */
export function timeOfDispute({ books }: StripeRoom, dispute: Stripe.Dispute): number {
  const charge = books.charges.get(idOf(dispute.charge) ?? "");
  return nowFor(books, idOf(charge?.customer));
}

/** Takes the disputed amount and the fee out of the balance. */
export function tellWithdrawal(room: StripeRoom, dispute: Stripe.Dispute): Promise<void> {
  const fees = dispute.status === "prevented" ? [] : [disputeFee];
  moveMoney(room, dispute, { reportingCategory: "dispute", amount: -dispute.amount, fees, word: "withdrawal" });
  return emitEvent(room, "charge.dispute.funds_withdrawn", dispute, { at: timeOfDispute(room, dispute) });
}

function tellReinstatement(room: StripeRoom, dispute: Stripe.Dispute): Promise<void> {
  moveMoney(room, dispute, {
    reportingCategory: "dispute_reversal",
    amount: dispute.amount,
    fees: [],
    word: "reversal",
  });
  return emitEvent(room, "charge.dispute.funds_reinstated", dispute, { at: timeOfDispute(room, dispute) });
}

type Move = {
  reportingCategory: string;
  amount: number;
  fees: { amount: number; description: string }[];
  word: string;
};

function moveMoney(room: StripeRoom, dispute: Stripe.Dispute, { reportingCategory, amount, fees, word }: Move): void {
  const movement = recordMovement(room.books, {
    type: "adjustment",
    reportingCategory,
    amount,
    currency: dispute.currency,
    fees,
    source: dispute.id,
    description: `Chargeback ${word} for ${idOf(dispute.charge)}`,
    at: timeOfDispute(room, dispute),
  });
  dispute.balance_transactions.push(movement);
}
