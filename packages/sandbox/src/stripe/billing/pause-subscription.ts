import type Stripe from "stripe";
import { type Fields, fieldsOf } from "../../record.ts";
import { copyOf } from "../api/expand.ts";
import { choiceOf, refuseUnknown } from "../api/parameters.ts";
import { refused } from "../api/stripe-error.ts";
import type { SubscriptionEntry } from "../books/books.ts";
import { idOf } from "../books/ids.ts";
import { nowFor, periodEnd, timeOf } from "../clock/time.ts";
import { changesSince, emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { invoicePending } from "./final-invoice.ts";
import { finalizeInvoice } from "./finalize-invoice.ts";
import { methodFor, payInvoice } from "./pay-invoice.ts";
import { linesOfPeriod, periodOf, unusedTime } from "./prorate.ts";
import { recurrenceOf } from "./subscription-items.ts";
import { writeInvoice } from "./write-invoice.ts";

/**
 * https://docs.stripe.com/api/subscriptions/pause: no period begins and nothing is invoiced until it is resumed. The unused
 * time is given back with the next invoice, or at once, unless told otherwise.
 */
export function pauseSubscription(room: StripeRoom, entry: SubscriptionEntry, parameters: Fields): Stripe.Subscription {
  refuseUnknown(parameters, [
    "bill_for",
    "invoicing_behavior",
    "type",
  ] satisfies (keyof Stripe.SubscriptionPauseParams)[]);
  const { subscription } = entry;
  if (subscription.status !== "active")
    throw refused(`This subscription is ${subscription.status} and cannot be paused.`);
  const before = copyOf(subscription);
  const at = timeOf(room.books, entry);
  const from = fieldsOf(fieldsOf(parameters.bill_for).unused_time_from);
  const credits = (choiceOf(from, "type", ["now", "none", "item_current_period_start"]) ?? "now") !== "none";
  if (credits)
    entry.pendingLines.push(
      ...unusedOf(
        room,
        subscription,
        from.type === "now" || from.type === undefined ? at : periodOf(subscription).start,
      ),
    );
  if (choiceOf(parameters, "invoicing_behavior", ["invoice", "pending_invoice_item"]) === "invoice")
    invoicePending(room, entry, at);
  subscription.status = "paused";
  subscription.status_details = {
    paused: { subscription: { type: "pause_requested" }, transitioned_at: at, type: "subscription" },
  };
  tell(room, subscription, "customer.subscription.paused", before);
  return subscription;
}

/** https://docs.stripe.com/api/subscriptions/resume: a new period begins now, and with it an invoice that has to be paid. */
export function resumeSubscription(
  room: StripeRoom,
  entry: SubscriptionEntry,
  parameters: Fields,
): Stripe.Subscription {
  refuseUnknown(parameters, [
    "billing_cycle_anchor",
    "payment_behavior",
    "proration_behavior",
  ] satisfies (keyof Stripe.SubscriptionResumeParams)[]);
  const { subscription } = entry;
  if (subscription.status !== "paused") throw refused("Only paused subscriptions can be resumed.");
  const anchor = choiceOf(fieldsOf(parameters.billing_cycle_anchor), "type", ["now", "unchanged"]) ?? "now";
  if (anchor !== "now") throw refused("This sandbox resumes with billing_cycle_anchor now only.");
  const before = copyOf(subscription);
  const invoice = beginAnew(room, entry);
  finalizeInvoice(room, invoice);
  const isOpen = invoice.status === "open";
  const outcome = isOpen
    ? payInvoice(room, invoice, { method: methodFor(room.books, entry), presence: "off_session" })
    : null;
  const waitsForPayment = parameters.payment_behavior === "resume_on_payment_success";
  if (outcome !== null && outcome.kind !== "paid" && waitsForPayment) return subscription;
  subscription.status = outcome === null || outcome.kind === "paid" ? "active" : "past_due";
  delete subscription.status_details;
  tell(room, subscription, "customer.subscription.resumed", before);
  return subscription;
}

function unusedOf(room: StripeRoom, subscription: Stripe.Subscription, at: number): Stripe.InvoiceLineItem[] {
  return subscription.items.data.map((item) => unusedTime(room.books, subscription, item, at));
}

function beginAnew(room: StripeRoom, entry: SubscriptionEntry): Stripe.Invoice {
  const { subscription } = entry;
  const at = timeOf(room.books, entry);
  subscription.billing_cycle_anchor = at;
  for (const item of subscription.items.data) {
    item.current_period_start = at;
    item.current_period_end = periodEnd(at, recurrenceOf(item), at);
  }
  const customer = room.books.customers.get(idOf(subscription.customer) ?? "");
  if (customer === undefined) throw new Error(`subscription ${subscription.id} has no customer`);
  const lines = [...entry.pendingLines.splice(0), ...linesOfPeriod(room.books, subscription)];
  const period = { start: at, end: at };
  return writeInvoice(room, {
    customer,
    subscription,
    reason: "subscription_cycle",
    lines,
    period,
    finalizesAt: null,
    metadata: {},
  });
}

function tell(
  room: StripeRoom,
  subscription: Stripe.Subscription,
  type: "customer.subscription.paused" | "customer.subscription.resumed",
  before: object,
): void {
  const at = nowFor(room.books, idOf(subscription.customer));
  void emitEvent(room, type, subscription, { at });
  void emitEvent(room, "customer.subscription.updated", subscription, {
    at,
    previous: changesSince(before, subscription),
  });
}
