import type Stripe from "stripe";
import { metadataOf, textOrNull } from "../api/parameters.ts";
import { billFirstPeriod, payFirstPeriod } from "../billing/create-subscription.ts";
import { finalizeInvoice } from "../billing/finalize-invoice.ts";
import { lineOfPurchase } from "../billing/invoice-lines.ts";
import { settleInvoice } from "../billing/settle-invoice.ts";
import type { Wanted } from "../billing/subscription-items.ts";
import { writeInvoice } from "../billing/write-invoice.ts";
import { tellOfCreation, writeSubscription } from "../billing/write-subscription.ts";
import type { SessionEntry } from "../books/books.ts";
import { attach } from "../customers/payment-methods.ts";
import { emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { closeSession, customerOf } from "./session-customer.ts";

/** Completes a session that was paid. Resolves when the api has heard of it. */
export function completePaid(
  room: StripeRoom,
  entry: SessionEntry,
  method: Stripe.PaymentMethod,
  charge: Stripe.Charge,
): Promise<void> {
  noteSale(room, entry, method, charge);
  closeSession(room, entry, "paid", method.billing_details.email);
  return emitEvent(room, "checkout.session.completed", entry.session, { at: charge.created });
}

/** What a paid session leaves: an invoice where one was asked for, and the card where it was to be kept. */
export function noteSale(
  room: StripeRoom,
  entry: SessionEntry,
  method: Stripe.PaymentMethod,
  charge: Stripe.Charge,
): void {
  const { session } = entry;
  const payment = room.books.payments.get(String(session.payment_intent));
  const isKept = payment?.setup_future_usage && method.type === "card" && session.customer !== null;
  if (isKept) attach(room, method, customerOf(room, entry).id);
  if (session.invoice_creation?.enabled && payment) session.invoice = invoiceSale(room, entry, payment, charge).id;
}

function invoiceSale(
  room: StripeRoom,
  entry: SessionEntry,
  payment: Stripe.PaymentIntent,
  charge: Stripe.Charge,
): Stripe.Invoice {
  const data = entry.session.invoice_creation?.invoice_data;
  const at = charge.created;
  const invoice = writeInvoice(room, {
    customer: { ...customerOf(room, entry), balance: 0 },
    subscription: null,
    reason: "manual",
    lines: entry.lines.flatMap((line) => (line.price ? [lineOfPurchase(line, line.price, at)] : [])),
    period: { start: at, end: at },
    finalizesAt: null,
    metadata: data?.metadata ?? {},
  });
  invoice.description = data?.description ?? null;
  invoice.footer = data?.footer ?? null;
  finalizeInvoice(room, invoice, payment);
  settleInvoice(room, invoice, charge);
  return invoice;
}

/** Begins a subscription whose payer is at the page, pays its first invoice, and completes the session. */
export function subscribe(room: StripeRoom, entry: SessionEntry, method: Stripe.PaymentMethod): Promise<void> {
  const { session, wanted } = entry;
  const customer = customerOf(room, entry);
  attach(room, method, customer.id);
  const begun = writeSubscription(room, {
    customer,
    wanted: wantedOf(entry),
    status: "active",
    defaultMethod: method.id,
    description: textOrNull(wanted.description),
    metadata: metadataOf(wanted.metadata),
    cancelsAtEnd: false,
  });
  const invoice = billFirstPeriod(room, begun, customer);
  tellOfCreation(room, begun);
  payFirstPeriod(room, begun, invoice, "authenticated");
  session.subscription = begun.subscription.id;
  session.invoice = invoice.id;
  closeSession(room, entry, "paid", customer.email);
  return emitEvent(room, "checkout.session.completed", session, { at: invoice.created });
}

function wantedOf({ lines }: SessionEntry): Wanted[] {
  return lines.flatMap(({ price, quantity }) =>
    price?.recurring ? [{ price: { ...price, recurring: price.recurring }, quantity: quantity ?? 1 }] : [],
  );
}
