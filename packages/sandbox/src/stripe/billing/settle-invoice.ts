import type Stripe from "stripe";
import { copyOf } from "../api/expand.ts";
import { idOf } from "../books/ids.ts";
import { nowFor } from "../clock/time.ts";
import { changesSince, emitEvent } from "../events/events.ts";
import { recordMovement } from "../payments/balance.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { invoicePaymentOf } from "./invoice-payments.ts";
import { applyPendingChange } from "./pending-change.ts";
import { entryOf } from "./write-invoice.ts";

/** What Stripe asks for running a subscription, of what the invoice asked. */
const billingFee = 0.007;

/** Marks an invoice paid, by a charge or by nothing at all, tells of it, and lets its subscription go on. */
export function settleInvoice(room: StripeRoom, invoice: Stripe.Invoice, charge: Stripe.Charge | null): void {
  const at = nowFor(room.books, idOf(invoice.customer));
  invoice.status = "paid";
  invoice.amount_paid = invoice.amount_due;
  invoice.amount_remaining = 0;
  invoice.attempted = true;
  invoice.auto_advance = false;
  invoice.next_payment_attempt = null;
  invoice.status_transitions.paid_at = at;
  const request = invoicePaymentOf(room.books, invoice);
  if (request) closeRequest(room, request, at);
  if (charge && invoice.parent !== null) takeBillingFee(room, charge, at);
  void emitEvent(room, "invoice.paid", invoice, { at });
  void emitEvent(room, "invoice.payment_succeeded", invoice, { at });
  letSubscriptionGoOn(room, invoice, at);
}

function closeRequest(room: StripeRoom, request: Stripe.InvoicePayment, at: number): void {
  request.status = "paid";
  request.amount_paid = request.amount_requested;
  request.status_transitions.paid_at = at;
  void emitEvent(room, "invoice_payment.paid", request, { at });
}

function takeBillingFee({ books }: StripeRoom, charge: Stripe.Charge, at: number): void {
  recordMovement(books, {
    type: "stripe_fee",
    reportingCategory: "fee",
    amount: -Math.max(1, Math.round(charge.amount * billingFee)),
    currency: charge.currency,
    fees: [],
    source: null,
    description: `Billing - Usage Fee (${new Date(at * 1000).toISOString().slice(0, 10)})`,
    at,
  });
}

const waiting = new Set<string>(["incomplete", "past_due", "unpaid"]);

function letSubscriptionGoOn(room: StripeRoom, invoice: Stripe.Invoice, at: number): void {
  const entry = entryOf(room, invoice);
  if (entry === undefined) return;
  const { subscription } = entry;
  if (entry.pendingInvoice === invoice.id) applyPendingChange(room, entry);
  if (!waiting.has(subscription.status) || subscription.latest_invoice !== invoice.id) return;
  const before = copyOf(subscription);
  subscription.status = "active";
  void emitEvent(room, "customer.subscription.updated", subscription, {
    at,
    previous: changesSince(before, subscription),
  });
}
