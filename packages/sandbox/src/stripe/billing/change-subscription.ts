import type Stripe from "stripe";
import { copyOf } from "../api/expand.ts";
import type { SubscriptionEntry } from "../books/books.ts";
import { idOf } from "../books/ids.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { collectInvoice } from "./collect-invoice.ts";
import { finalizeInvoice } from "./finalize-invoice.ts";
import { applyChanges, type ItemChange, startsNewPeriod } from "./item-changes.ts";
import { methodFor, payInvoice, refusalOf, wouldPay } from "./pay-invoice.ts";
import { holdChange } from "./pending-change.ts";
import { linesOfPeriod, periodOf, prorate, unusedTime } from "./prorate.ts";
import { writeInvoice } from "./write-invoice.ts";

export type ProrationBehavior = "none" | "create_prorations" | "always_invoice";
export type PaymentBehavior =
  | "allow_incomplete"
  | "default_incomplete"
  | "error_if_incomplete"
  | "pending_if_incomplete";

export type Change = {
  changes: ItemChange[];
  /** Begins a new period now, whatever the prices. */
  resetsAnchor: boolean;
  proration: ProrationBehavior;
  payment: PaymentBehavior;
  at: number;
};

/**
 * Changes what a subscription asks for, and says afterwards what is to be paid at once: nothing, or an invoice. The caller
 * tells of the subscription before it collects.
 * @throws StripeRefusal card_error where the payment must go through and would not; nothing is changed then.
 */
export function changeSubscription(room: StripeRoom, entry: SubscriptionEntry, change: Change): (() => void) | null {
  const { subscription } = entry;
  const before: Stripe.Subscription = copyOf(subscription);
  const lines = linesAtOnce(room, entry, change);
  const isNew = change.resetsAnchor || startsNewPeriod(change.changes);
  const isDue = isNew || (change.proration === "always_invoice" && lines.length > 0);
  const goesThrough = wouldPay(room.books, methodFor(room.books, entry));
  if (isDue && !goesThrough && change.payment === "error_if_incomplete")
    throw refusalOf(room.books, methodFor(room.books, entry));
  applyChanges(subscription, change.changes, isNew ? change.at : null);
  if (!isDue) {
    if (change.proration !== "none") entry.pendingLines.push(...lines);
    return null;
  }
  const invoiced = isNew ? [...lines, ...linesOfPeriod(room.books, subscription)] : lines;
  const invoice = bill(room, entry, [...entry.pendingLines.splice(0), ...invoiced], change.at);
  if (!goesThrough && change.payment === "pending_if_incomplete") holdChange(entry, invoice, before, change.at);
  return () => collect(room, entry, invoice, change);
}

/** Without the lines of a new period, which stand in the items only after they changed. */
function linesAtOnce(
  { books }: StripeRoom,
  { subscription }: SubscriptionEntry,
  change: Change,
): Stripe.InvoiceLineItem[] {
  const { changes, proration, at } = change;
  if (proration === "none") return [];
  if (!change.resetsAnchor && !startsNewPeriod(changes)) return prorate(books, subscription, changes, at);
  return subscription.items.data.map((item) => unusedTime(books, subscription, item, at));
}

function bill(room: StripeRoom, entry: SubscriptionEntry, lines: Stripe.InvoiceLineItem[], at: number): Stripe.Invoice {
  const { subscription } = entry;
  const customer = room.books.customers.get(idOf(subscription.customer) ?? "");
  if (customer === undefined) throw new Error(`subscription ${subscription.id} has no customer`);
  return writeInvoice(room, {
    customer,
    subscription,
    reason: "subscription_update",
    lines,
    period: { start: periodOf(subscription).start, end: at },
    finalizesAt: null,
    metadata: {},
  });
}

function collect(room: StripeRoom, entry: SubscriptionEntry, invoice: Stripe.Invoice, { payment, at }: Change): void {
  finalizeInvoice(room, invoice);
  if (invoice.status !== "open" || payment === "default_incomplete") return;
  const isHeld = entry.pendingInvoice === invoice.id;
  if (isHeld) payInvoice(room, invoice, { method: methodFor(room.books, entry), presence: "off_session" });
  else collectInvoice(room, entry, invoice, at);
}
