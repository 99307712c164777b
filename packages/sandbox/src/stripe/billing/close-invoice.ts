import type Stripe from "stripe";
import { refused } from "../api/stripe-error.ts";
import { idOf } from "../books/ids.ts";
import { nowFor } from "../clock/time.ts";
import { emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { invoicePaymentOf } from "./invoice-payments.ts";

/** Voids a finalized invoice that nobody will pay, as if it had never asked. Throws when it is not open. */
export function voidInvoice(room: StripeRoom, invoice: Stripe.Invoice): void {
  refuseClosed(invoice, ["open", "uncollectible"]);
  const at = nowFor(room.books, idOf(invoice.customer));
  invoice.status = "void";
  invoice.status_transitions.voided_at = at;
  stop(room, invoice, at);
  void emitEvent(room, "invoice.voided", invoice, { at });
}

/** Writes an open invoice off. It may still be paid. */
export function markUncollectible(room: StripeRoom, invoice: Stripe.Invoice): void {
  refuseClosed(invoice, ["open"]);
  const at = nowFor(room.books, idOf(invoice.customer));
  invoice.status = "uncollectible";
  invoice.status_transitions.marked_uncollectible_at = at;
  invoice.auto_advance = false;
  invoice.next_payment_attempt = null;
  void emitEvent(room, "invoice.marked_uncollectible", invoice, { at });
}

function refuseClosed(invoice: Stripe.Invoice, allowed: string[]): void {
  if (allowed.includes(invoice.status ?? "")) return;
  throw refused(`You can only pass in ${allowed.join(" or ")} invoices. This invoice is ${invoice.status}.`);
}

function stop({ books }: StripeRoom, invoice: Stripe.Invoice, at: number): void {
  invoice.auto_advance = false;
  invoice.next_payment_attempt = null;
  const request = invoicePaymentOf(books, invoice);
  const payment = books.payments.get(idOf(request?.payment.payment_intent) ?? "");
  if (request === undefined || payment === undefined) return;
  request.status = "canceled";
  request.status_transitions.canceled_at = at;
  payment.status = "canceled";
  payment.canceled_at = at;
  payment.cancellation_reason = "void_invoice";
  payment.next_action = null;
}
