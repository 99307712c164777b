import type Stripe from "stripe";
import { type Fields, fieldsOf, textOf } from "../../record.ts";
import { copyOf } from "../api/expand.ts";
import { choiceOf, flagOf, mergedMetadata, refuseUnknown, textOrNull, wholeOf } from "../api/parameters.ts";
import { badParameter, StripeRefusal } from "../api/stripe-error.ts";
import type { SubscriptionEntry } from "../books/books.ts";
import { idOf } from "../books/ids.ts";
import { nowFor, timeOf } from "../clock/time.ts";
import { methodOfCustomer } from "../customers/customers.ts";
import { changesSince, emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { changeSubscription } from "./change-subscription.ts";
import { readChanges } from "./item-changes.ts";
import { periodOf } from "./prorate.ts";

const known = [
  "billing_cycle_anchor",
  "cancel_at",
  "cancel_at_period_end",
  "cancellation_details",
  "default_payment_method",
  "description",
  "items",
  "metadata",
  "off_session",
  "pause_collection",
  "payment_behavior",
  "proration_behavior",
  "proration_date",
] as const satisfies readonly (keyof Stripe.SubscriptionUpdateParams)[];
const afterTheEnd = ["cancellation_details", "metadata"];
const prorations = ["create_prorations", "none", "always_invoice"] as const;
const payments = ["allow_incomplete", "default_incomplete", "error_if_incomplete", "pending_if_incomplete"] as const;

/** https://docs.stripe.com/api/subscriptions/update */
export function updateSubscription(
  room: StripeRoom,
  entry: SubscriptionEntry,
  parameters: Fields,
): Stripe.Subscription {
  refuseUnknown(parameters, known);
  const { subscription } = entry;
  if (subscription.ended_at !== null) refuseAfterTheEnd(parameters);
  const before = copyOf(subscription);
  const change = readChange(room, entry, parameters);
  const isChanged = change.changes.length > 0 || change.resetsAnchor;
  const collect = isChanged ? changeSubscription(room, entry, change) : null;
  updateFields(room, entry, parameters);
  tellOfUpdate(room, subscription, before);
  collect?.();
  return subscription;
}

/** Tells of what changed about a subscription. */
export function tellOfUpdate(room: StripeRoom, subscription: Stripe.Subscription, before: object): void {
  const at = nowFor(room.books, idOf(subscription.customer));
  void emitEvent(room, "customer.subscription.updated", subscription, {
    at,
    previous: changesSince(before, subscription),
  });
}

function refuseAfterTheEnd(parameters: Fields): void {
  if (Object.keys(parameters).every((name) => afterTheEnd.includes(name))) return;
  const message = "A canceled subscription can only update its cancellation_details and metadata.";
  throw new StripeRefusal(400, {
    type: "invalid_request_error",
    code: "invalid_canceled_subscription_fields",
    message,
  });
}

function readChange(room: StripeRoom, entry: SubscriptionEntry, parameters: Fields) {
  const { subscription } = entry;
  return {
    changes: readChanges(room.books, subscription, parameters.items),
    resetsAnchor: choiceOf(parameters, "billing_cycle_anchor", ["now", "unchanged"]) === "now",
    proration: choiceOf(parameters, "proration_behavior", prorations) ?? "create_prorations",
    payment: choiceOf(parameters, "payment_behavior", payments) ?? "allow_incomplete",
    at: readProrationDate(room, entry, parameters),
  };
}

/** When a change counts from: now, or the second that a preview was made for. */
export function readProrationDate(room: StripeRoom, entry: SubscriptionEntry, parameters: Fields): number {
  const at = wholeOf(parameters, "proration_date");
  if (at === undefined) return timeOf(room.books, entry);
  const { start, end } = periodOf(entry.subscription);
  if (at >= start && at <= end) return at;
  throw badParameter("proration_date", "Invalid proration date, it must be within the current billing period.");
}

function updateFields(room: StripeRoom, entry: SubscriptionEntry, parameters: Fields): void {
  const { subscription } = entry;
  subscription.metadata = mergedMetadata(subscription.metadata, parameters.metadata);
  if (parameters.description !== undefined) subscription.description = textOrNull(parameters.description);
  if (parameters.pause_collection !== undefined) subscription.pause_collection = readPause(parameters.pause_collection);
  const method = textOf(parameters.default_payment_method);
  if (method !== undefined) {
    subscription.default_payment_method = methodOfCustomer(room.books, method, idOf(subscription.customer) ?? "").id;
  }
  noteReason(subscription, parameters.cancellation_details);
  planEnd(subscription, parameters, timeOf(room.books, entry));
}

/** Plans the end, at the end of the period or on a date, or takes it back. Until then the subscription stays what it is. */
function planEnd(subscription: Stripe.Subscription, parameters: Fields, now: number): void {
  const atPeriodEnd = flagOf(parameters, "cancel_at_period_end");
  const { end } = periodOf(subscription);
  if (parameters.cancel_at !== undefined) {
    const isNamed = parameters.cancel_at === "min_period_end" || parameters.cancel_at === "max_period_end";
    const at = isNamed ? end : (wholeOf({ cancel_at: parameters.cancel_at || undefined }, "cancel_at") ?? null);
    if (at !== null && at <= now) throw badParameter("cancel_at", "The cancel_at must be in the future.");
    setEnd(subscription, at, now);
  }
  if (atPeriodEnd === undefined || atPeriodEnd === subscription.cancel_at_period_end) return;
  subscription.cancel_at_period_end = atPeriodEnd;
  setEnd(subscription, atPeriodEnd ? end : null, now);
}

function setEnd(subscription: Stripe.Subscription, at: number | null, now: number): void {
  subscription.cancel_at = at;
  subscription.canceled_at = at === null ? null : now;
  const details = subscription.cancellation_details;
  if (details) details.reason = at === null ? null : "cancellation_requested";
}

/** Keeps what the member said about why. */
export function noteReason(subscription: Stripe.Subscription, value: unknown): void {
  const said = fieldsOf(value);
  refuseUnknown(said, ["comment", "feedback"], "cancellation_details");
  const details = subscription.cancellation_details;
  if (details === null) return;
  if (said.comment !== undefined) details.comment = textOrNull(said.comment);
  if (said.feedback !== undefined) details.feedback = textOrNull(said.feedback);
}

function readPause(value: unknown): Stripe.Subscription.PauseCollection | null {
  if (value === "") return null;
  const fields = fieldsOf(value);
  refuseUnknown(fields, ["behavior", "resumes_at"], "pause_collection");
  const behavior = choiceOf(fields, "behavior", ["keep_as_draft", "mark_uncollectible", "void"] as const);
  if (behavior === undefined)
    throw badParameter(
      "pause_collection[behavior]",
      "Missing required param: pause_collection[behavior].",
      "parameter_missing",
    );
  return { behavior, resumes_at: wholeOf(fields, "resumes_at", 0, "pause_collection[resumes_at]") ?? null };
}
