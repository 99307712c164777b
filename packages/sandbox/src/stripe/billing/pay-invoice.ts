import type Stripe from "stripe";
import type { StripeRefusal } from "../api/stripe-error.ts";
import type { Books, SubscriptionEntry } from "../books/books.ts";
import { idOf } from "../books/ids.ts";
import { nowFor } from "../clock/time.ts";
import { cardBehind, cardError } from "../customers/payment-methods.ts";
import { emitEvent } from "../events/events.ts";
import { attemptPayment, noMethod, type Outcome, type Presence, verdictOn } from "../payments/attempt-payment.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { invoicePaymentOf } from "./invoice-payments.ts";
import { settleInvoice } from "./settle-invoice.ts";

/** Tries to pay an open invoice, and tells of what came of it. What becomes of the subscription is for the caller to say. */
export function payInvoice(
  room: StripeRoom,
  invoice: Stripe.Invoice,
  { method, presence }: { method: Stripe.PaymentMethod | null; presence: Presence },
): Outcome {
  const payment = paymentOf(room.books, invoice);
  invoice.attempted = true;
  invoice.attempt_count ||= 1;
  const outcome = attemptPayment(room, {
    payment,
    method,
    presence,
    authenticateAt: invoice.hosted_invoice_url ?? null,
  });
  if (outcome.kind === "paid") settleInvoice(room, invoice, outcome.charge);
  else tellOfFailure(room, invoice, outcome.kind === "authenticate");
  return outcome;
}

/** The payment intent that an open invoice asks for. */
export function paymentOf(books: Books, invoice: Stripe.Invoice): Stripe.PaymentIntent {
  const request = invoicePaymentOf(books, invoice);
  const payment = books.payments.get(idOf(request?.payment.payment_intent) ?? "");
  if (payment === undefined) throw new Error(`invoice ${invoice.id} asks for no payment`);
  return payment;
}

/** Both events are sent where the bank wants to see the payer, as at Stripe. */
function tellOfFailure(room: StripeRoom, invoice: Stripe.Invoice, needsAction: boolean): void {
  const at = nowFor(room.books, idOf(invoice.customer));
  if (needsAction) void emitEvent(room, "invoice.payment_action_required", invoice, { at });
  void emitEvent(room, "invoice.payment_failed", invoice, { at });
}

/** What pays a subscription's invoices: its own card, else the customer's. */
export function methodFor(
  books: Books,
  { subscription }: Pick<SubscriptionEntry, "subscription">,
): Stripe.PaymentMethod | null {
  const customer = books.customers.get(idOf(subscription.customer) ?? "");
  const id = idOf(subscription.default_payment_method) ?? idOf(customer?.invoice_settings.default_payment_method);
  const method = books.paymentMethods.get(id ?? "");
  return method?.customer === customer?.id ? (method ?? null) : null;
}

/** Whether a payment without its payer would go through, asked before anything is changed. */
export function wouldPay(books: Books, method: Stripe.PaymentMethod | null): boolean {
  return method !== null && verdictOn(cardBehind(books, method.id), "off_session", true) === "pays";
}

/** Why such a payment would not go through, as the API says it. */
export function refusalOf(books: Books, method: Stripe.PaymentMethod | null): StripeRefusal {
  if (method === null) return cardError(noMethod);
  const verdict = verdictOn(cardBehind(books, method.id), "off_session", true);
  return cardError(typeof verdict === "string" ? authenticationRequired : verdict);
}

const authenticationRequired = {
  code: "subscription_payment_intent_requires_action",
  declineCode: "authentication_required",
  message: "Payment for this subscription requires additional user action before it can be completed successfully.",
};
