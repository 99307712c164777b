import type Stripe from "stripe";
import { type Fields, integerOf, textOf } from "../record.ts";
import { type Books, metadataOf, newId, unixNow } from "./books.ts";
import { getPayment } from "./payments.ts";
import { badParameter, noSuch, refuseUnknown, StripeRefusal } from "./stripe-error.ts";

const known = ["amount", "charge", "currency", "expand", "instructions_email", "metadata", "payment_intent", "reason"];

/** https://docs.stripe.com/api/refunds/create: several partial refunds, together never more than was paid. */
export function createRefund(books: Books, parameters: Fields, isPending: boolean): Stripe.Refund {
  refuseUnknown(parameters, known);
  const payment = paidPayment(books, parameters);
  const left = payment.amount_received - refundedOf(books, payment.id);
  if (left <= 0) throw alreadyRefunded(payment.latest_charge);
  const amount = parameters.amount === undefined ? left : integerOf(parameters.amount);
  if (amount === undefined || amount < 1)
    throw badParameter("amount", "Invalid positive integer", "parameter_invalid_integer");
  if (amount > left) {
    throw new StripeRefusal(400, {
      type: "invalid_request_error",
      message: `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      param: "amount",
    });
  }
  const refund = {
    id: newId("re"),
    object: "refund",
    amount,
    balance_transaction: isPending ? null : newId("txn"),
    charge: payment.latest_charge,
    created: unixNow(),
    currency: payment.currency,
    customer: payment.customer,
    customer_account: null,
    metadata: metadataOf(parameters.metadata),
    payment_intent: payment.id,
    payment_method: payment.payment_method,
    reason: textOf(parameters.reason) ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: isPending ? "pending" : "succeeded",
    transfer_reversal: null,
  } satisfies Stripe.Refund;
  books.refunds.set(refund.id, refund);
  return refund;
}

/** Throws resource_missing. */
export function getRefund(books: Books, id: string): Stripe.Refund {
  const refund = books.refunds.get(id);
  if (!refund) throw noSuch("refund", id);
  return refund;
}

/** Ends a pending refund. */
export function settleRefund(refund: Stripe.Refund, outcome: "succeeded" | "failed"): void {
  refund.status = outcome;
  if (outcome === "succeeded") refund.balance_transaction = newId("txn");
  else refund.failure_reason = "lost_or_stolen_card";
}

function paidPayment(books: Books, parameters: Fields): Stripe.PaymentIntent {
  const charge = textOf(parameters.charge);
  const intent = textOf(parameters.payment_intent);
  const byCharge = [...books.payments.values()].find(
    (payment) => charge !== undefined && payment.latest_charge === charge,
  );
  if (charge !== undefined && !byCharge) throw noSuch("charge", charge, "charge");
  if (!byCharge && intent === undefined)
    throw badParameter("payment_intent", "One of charge or payment_intent is required.");
  const payment = byCharge ?? getPayment(books, intent ?? "");
  if (payment.status === "succeeded") return payment;
  const message = `This PaymentIntent (${payment.id}) does not have a successful charge to refund.`;
  throw badParameter("payment_intent", message, "payment_intent_unexpected_state");
}

function refundedOf(books: Books, payment: string): number {
  const counted = [...books.refunds.values()].filter(
    (refund) => refund.payment_intent === payment && refund.status !== "failed",
  );
  return counted.reduce((sum, refund) => sum + refund.amount, 0);
}

function alreadyRefunded(charge: Stripe.PaymentIntent["latest_charge"]): StripeRefusal {
  const message = `Charge ${String(charge)} has already been refunded.`;
  return new StripeRefusal(400, { type: "invalid_request_error", code: "charge_already_refunded", message });
}
