import type Stripe from "stripe";
import { type Fields, fieldsOf, textOf } from "../../record.ts";
import { copyOf } from "../api/expand.ts";
import { choiceOf, flagOf, refuseUnknown } from "../api/parameters.ts";
import { badParameter, found, StripeRefusal } from "../api/stripe-error.ts";
import type { SubscriptionEntry } from "../books/books.ts";
import { idOf, newId } from "../books/ids.ts";
import { nowFor, periodEnd } from "../clock/time.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { applyChanges, readChanges, startsNewPeriod } from "./item-changes.ts";
import { linesOfPeriod, periodOf, prorate, unusedTime } from "./prorate.ts";
import { recurrenceOf } from "./subscription-items.ts";
import { readProrationDate } from "./update-subscription.ts";
import { buildInvoice } from "./write-invoice.ts";

const known = [
  "customer",
  "preview_mode",
  "subscription",
  "subscription_details",
] as const satisfies readonly (keyof Stripe.InvoiceCreatePreviewParams)[];
const detailsKnown = ["billing_cycle_anchor", "cancel_at_period_end", "items", "proration_behavior", "proration_date"];
const prorations = ["create_prorations", "none", "always_invoice"] as const;

/** https://docs.stripe.com/api/invoices/create_preview: what a change would ask, or what the next renewal will. */
export function createPreview(room: StripeRoom, parameters: Fields): Stripe.Invoice {
  refuseUnknown(parameters, known);
  const id = textOf(parameters.subscription);
  if (id === undefined)
    throw badParameter("subscription", "This sandbox previews the invoices of a subscription.", "parameter_missing");
  const entry = found(room.books.subscriptions, id, "subscription", "subscription");
  const details = fieldsOf(parameters.subscription_details);
  refuseUnknown(details, detailsKnown, "subscription_details");
  const isEnding = flagOf(details, "cancel_at_period_end") ?? entry.subscription.cancel_at !== null;
  const hasItems = details.items !== undefined || details.billing_cycle_anchor !== undefined;
  if (!hasItems && isEnding) throw nothingUpcoming();
  return hasItems ? previewChange(room, entry, details) : previewNext(room, entry);
}

/** What the next renewal will ask, as things stand. */
export function previewNext(room: StripeRoom, entry: SubscriptionEntry): Stripe.Invoice {
  const next: Stripe.Subscription = copyOf(entry.subscription);
  const ended = periodOf(next);
  beginNext(next);
  return preview(room, entry, "upcoming", [...entry.pendingLines, ...linesOfPeriod(room.books, next)], ended);
}

function previewChange(room: StripeRoom, entry: SubscriptionEntry, details: Fields): Stripe.Invoice {
  const { books } = room;
  const next: Stripe.Subscription = copyOf(entry.subscription);
  const changes = readChanges(books, next, details.items, "subscription_details[items]");
  const at = readProrationDate(room, entry, details);
  const behavior = choiceOf(details, "proration_behavior", prorations) ?? "create_prorations";
  const isNew = choiceOf(details, "billing_cycle_anchor", ["now", "unchanged"]) === "now" || startsNewPeriod(changes);
  const credits = isNew
    ? next.items.data.map((item) => unusedTime(books, next, item, at))
    : prorate(books, next, changes, at);
  const lines = behavior === "none" ? [] : credits;
  const period = { start: periodOf(next).start, end: at };
  applyChanges(next, changes, isNew ? at : null);
  if (isNew)
    return preview(
      room,
      entry,
      "subscription_update",
      [...entry.pendingLines, ...lines, ...linesOfPeriod(books, next)],
      period,
    );
  if (behavior === "always_invoice")
    return preview(room, entry, "subscription_update", [...entry.pendingLines, ...lines], period);
  const ended = periodOf(next);
  beginNext(next);
  return preview(room, entry, "upcoming", [...entry.pendingLines, ...lines, ...linesOfPeriod(books, next)], ended);
}

function beginNext(subscription: Stripe.Subscription): void {
  for (const item of subscription.items.data) {
    item.current_period_start = item.current_period_end;
    item.current_period_end = periodEnd(
      subscription.billing_cycle_anchor,
      recurrenceOf(item),
      item.current_period_start,
    );
  }
}

function preview(
  room: StripeRoom,
  { subscription }: SubscriptionEntry,
  reason: "upcoming" | "subscription_update",
  lines: Stripe.InvoiceLineItem[],
  period: { start: number; end: number },
): Stripe.Invoice {
  const customer = room.books.customers.get(idOf(subscription.customer) ?? "");
  if (customer === undefined) throw new Error(`subscription ${subscription.id} has no customer`);
  const now = nowFor(room.books, customer.id);
  const invoice = buildInvoice(newId("upcoming_in"), reason === "upcoming" ? period.end : now, {
    customer,
    subscription,
    reason,
    lines,
    period,
    finalizesAt: null,
    metadata: {},
  });
  if (reason === "upcoming") invoice.next_payment_attempt = period.end + 3600;
  return invoice;
}

function nothingUpcoming(): StripeRefusal {
  const message = "No upcoming invoices for customer";
  return new StripeRefusal(404, { type: "invalid_request_error", code: "invoice_upcoming_none", message });
}
