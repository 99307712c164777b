import type Stripe from "stripe";
import { idOf } from "../books/ids.ts";
import { nowFor } from "../clock/time.ts";
import { emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { recordMovement } from "./balance.ts";

/** Ends a refund as its bank or wallet answered. A failed one gives the money back to the account. Ignored once failed. */
export function settleRefund(room: StripeRoom, refund: Stripe.Refund, outcome: "succeeded" | "failed"): Promise<void> {
  const { books } = room;
  if (refund.status === "failed" || refund.status === outcome) return Promise.resolve();
  const at = nowFor(books, idOf(refund.customer));
  delete refund.pending_reason;
  refund.status = outcome;
  if (outcome === "succeeded")
    return emitEvent(room, "refund.updated", refund, { at, previous: { status: "pending" } });
  const charge = books.charges.get(idOf(refund.charge) ?? "");
  if (charge === undefined) throw new Error(`refund ${refund.id} has no charge`);
  charge.amount_refunded -= refund.amount;
  charge.refunded = false;
  refund.failure_reason = charge.payment_method_details?.type === "card" ? "lost_or_stolen_card" : "unknown";
  refund.failure_balance_transaction = returnMoney(room, refund, at);
  return emitEvent(room, "refund.failed", refund, { at });
}

function returnMoney({ books }: StripeRoom, refund: Stripe.Refund, at: number): string {
  const movement = recordMovement(books, {
    type: "refund_failure",
    reportingCategory: "refund_failure",
    amount: refund.amount,
    currency: refund.currency,
    fees: [],
    source: refund.id,
    description: "REFUND FAILURE",
    at,
  });
  return movement.id;
}
