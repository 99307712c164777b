import type Stripe from "stripe";
import { copyOf } from "../api/expand.ts";
import type { SubscriptionEntry } from "../books/books.ts";
import { idOf } from "../books/ids.ts";
import { hour, nowFor, periodEnd } from "../clock/time.ts";
import { emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { cancelSubscription } from "./cancel-subscription.ts";
import { markUncollectible, voidInvoice } from "./close-invoice.ts";
import { collectInvoice } from "./collect-invoice.ts";
import { invoicePending } from "./final-invoice.ts";
import { finalizeInvoice } from "./finalize-invoice.ts";
import { linesOfPeriod, periodOf } from "./prorate.ts";
import { recurrenceOf } from "./subscription-items.ts";
import { tellOfUpdate } from "./update-subscription.ts";
import { writeInvoice } from "./write-invoice.ts";

/** How long the invoice of a new period stays a draft, so that others may add to it. */
const draftTime = hour;

/** Ends a period: the subscription ends too where that was asked for, else the next period begins with a draft. */
export function endPeriod(room: StripeRoom, entry: SubscriptionEntry, at: number): void {
  const { subscription } = entry;
  if (subscription.cancel_at !== null && subscription.cancel_at <= at) {
    invoicePending(room, entry, at);
    if (subscription.ended_at === null) cancelSubscription(room, entry, "cancellation_requested", at);
  } else beginPeriod(room, entry);
}

function beginPeriod(room: StripeRoom, entry: SubscriptionEntry): void {
  const { subscription } = entry;
  const before = copyOf(subscription);
  const ended = periodOf(subscription);
  for (const item of subscription.items.data) {
    item.current_period_start = item.current_period_end;
    item.current_period_end = periodEnd(
      subscription.billing_cycle_anchor,
      recurrenceOf(item),
      item.current_period_start,
    );
  }
  const customer = room.books.customers.get(idOf(subscription.customer) ?? "");
  if (customer === undefined) throw new Error(`subscription ${subscription.id} has no customer`);
  const waits = subscription.status === "unpaid" || subscription.pause_collection?.behavior === "keep_as_draft";
  writeInvoice(room, {
    customer,
    subscription,
    reason: "subscription_cycle",
    lines: [...entry.pendingLines.splice(0), ...linesOfPeriod(room.books, subscription)],
    period: ended,
    finalizesAt: waits ? null : ended.end + draftTime,
    metadata: {},
  });
  tellOfUpdate(room, subscription, before);
}

/** Finalizes the draft of a period and collects it, unless collection is paused. */
export function finalizePeriod(room: StripeRoom, entry: SubscriptionEntry, invoice: Stripe.Invoice, at: number): void {
  finalizeInvoice(room, invoice);
  if (invoice.status !== "open") return;
  const behavior = entry.subscription.pause_collection?.behavior;
  if (behavior === "void") voidInvoice(room, invoice);
  else if (behavior === "mark_uncollectible") markUncollectible(room, invoice);
  else collectInvoice(room, entry, invoice, at);
}

/** Collects again after a pause that had a date. */
export function endPause(room: StripeRoom, { subscription }: SubscriptionEntry): void {
  const before = copyOf(subscription);
  subscription.pause_collection = null;
  tellOfUpdate(room, subscription, before);
}

/** Gives up on a subscription whose first invoice was never paid. */
export function expireIncomplete(room: StripeRoom, { subscription }: SubscriptionEntry, at: number): void {
  const before = copyOf(subscription);
  subscription.status = "incomplete_expired";
  subscription.ended_at = at;
  const invoice = room.books.invoices.get(idOf(subscription.latest_invoice) ?? "");
  if (invoice?.status === "open") voidInvoice(room, invoice);
  tellOfUpdate(room, subscription, before);
}

/** Says what the next invoice will ask, before it does. */
export function announceRenewal(room: StripeRoom, entry: SubscriptionEntry, preview: Stripe.Invoice): void {
  entry.noticedFor = periodOf(entry.subscription).end;
  void emitEvent(room, "invoice.upcoming", preview, { at: nowFor(room.books, idOf(entry.subscription.customer)) });
}
