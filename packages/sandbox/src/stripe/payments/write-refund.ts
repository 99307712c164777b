import type Stripe from "stripe";
import { idOf, newId } from "../books/ids.ts";
import { nowFor } from "../clock/time.ts";
import { emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { recordMovement } from "./balance.ts";

export type RefundDraft = {
  amount: number;
  reason: Stripe.Refund["reason"];
  isPending: boolean;
  metadata: Stripe.Metadata;
};

/** Writes a refund, its entry in the balance and what it leaves of the charge, and tells of both. */
export function writeRefund(
  room: StripeRoom,
  charge: Stripe.Charge,
  { amount, reason, isPending, metadata }: RefundDraft,
): Stripe.Refund {
  const isCard = charge.payment_method_details?.type === "card";
  const at = nowFor(room.books, idOf(charge.customer));
  const id = newId(isCard ? "re" : "pyr");
  const movement = recordMovement(room.books, {
    type: isCard ? "refund" : "payment_refund",
    reportingCategory: "refund",
    amount: -amount,
    currency: charge.currency,
    fees: [],
    source: id,
    description: charge.description === null ? "REFUND FOR CHARGE" : `REFUND FOR CHARGE (${charge.description})`,
    at,
  });
  const refund = {
    id,
    object: "refund",
    amount,
    balance_transaction: movement.id,
    charge: charge.id,
    created: at,
    currency: charge.currency,
    customer: idOf(charge.customer),
    customer_account: null,
    destination_details: isCard
      ? { card: { type: "refund" }, type: "card" }
      : { type: charge.payment_method_details?.type ?? "alipay" },
    metadata,
    payment_intent: idOf(charge.payment_intent),
    payment_method: charge.payment_method,
    ...(isPending ? { pending_reason: "processing" } : {}),
    reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: isPending ? "pending" : "succeeded",
    transfer_reversal: null,
  } satisfies Stripe.Refund;
  room.books.refunds.set(refund.id, refund);
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount;
  void emitEvent(room, "refund.created", refund, { at });
  void emitEvent(room, "charge.refunded", charge, { at });
  return refund;
}
