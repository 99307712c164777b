import type Stripe from "stripe";
import { refused } from "../api/stripe-error.ts";
import { idOf, newId } from "../books/ids.ts";
import { nowFor } from "../clock/time.ts";
import { emitEvent } from "../events/events.ts";
import { openPayment } from "../payments/payment-intents.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { settleInvoice } from "./settle-invoice.ts";

/**
 * Gives a draft its number, takes what the customer has in credit off it, and opens its payment. One that asks for nothing is
 * paid at once; one whose payment was made already, by Checkout, is joined to it and left to be settled.
 */
export function finalizeInvoice(
  room: StripeRoom,
  invoice: Stripe.Invoice,
  made: Stripe.PaymentIntent | null = null,
): void {
  if (invoice.status !== "draft") throw refused("You can only finalize draft invoices.", "invoice_not_editable");
  const at = nowFor(room.books, idOf(invoice.customer));
  const customer = room.books.customers.get(idOf(invoice.customer) ?? "");
  if (customer && made === null) takeBalance(invoice, customer);
  invoice.number = customer ? numberFor(customer) : newId("SANDBOX");
  invoice.status = "open";
  invoice.automatically_finalizes_at = null;
  invoice.effective_at = at;
  invoice.status_transitions.finalized_at = at;
  invoice.hosted_invoice_url = `${room.world.publicUrl()}/invoices/${invoice.id}`;
  invoice.invoice_pdf = `${room.world.publicUrl()}/invoices/${invoice.id}/pdf`;
  if (invoice.amount_due > 0) requestPayment(room, invoice, made ?? paymentFor(room, invoice, at), at);
  void emitEvent(room, "invoice.finalized", invoice, { at });
  if (invoice.amount_due === 0) settleInvoice(room, invoice, null);
}

/** A customer's balance is what they owe; below zero, what they have in credit. */
function takeBalance(invoice: Stripe.Invoice, customer: Stripe.Customer): void {
  const sum = invoice.total + customer.balance;
  invoice.starting_balance = customer.balance;
  invoice.amount_due = Math.max(0, sum);
  invoice.amount_remaining = invoice.amount_due;
  invoice.ending_balance = Math.min(0, sum);
  customer.balance = invoice.ending_balance;
}

function numberFor(customer: Stripe.Customer): string {
  const sequence = customer.next_invoice_sequence ?? 1;
  customer.next_invoice_sequence = sequence + 1;
  return `${customer.invoice_prefix}-${String(sequence).padStart(4, "0")}`;
}

function paymentFor({ books }: StripeRoom, invoice: Stripe.Invoice, at: number): Stripe.PaymentIntent {
  return openPayment(books, {
    amount: invoice.amount_due,
    currency: invoice.currency,
    customer: idOf(invoice.customer),
    created: at,
    description: invoice.billing_reason === "subscription_create" ? "Subscription creation" : "Subscription update",
    metadata: {},
    methodTypes: ["card"],
    allowed: null,
    savesMethod: false,
  });
}

function requestPayment(
  { books }: StripeRoom,
  invoice: Stripe.Invoice,
  payment: Stripe.PaymentIntent,
  at: number,
): void {
  const request = {
    id: newId("inpay"),
    object: "invoice_payment",
    amount_paid: null,
    amount_requested: invoice.amount_due,
    created: at,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: payment.id, type: "payment_intent" },
    status: "open",
    status_transitions: { canceled_at: null, paid_at: null },
  } satisfies Stripe.InvoicePayment;
  books.invoicePayments.set(request.id, request);
}
