import type Stripe from "stripe";
import type { SubscriptionEntry } from "../books/books.ts";
import { idOf } from "../books/ids.ts";
import { nowFor, timeOf } from "../clock/time.ts";
import { emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { entryOf } from "./write-invoice.ts";

/** Ends a subscription at `at`, its own time, and stops collecting what it still asked for. */
export function cancelSubscription(
  room: StripeRoom,
  entry: SubscriptionEntry,
  reason: NonNullable<Stripe.Subscription.CancellationDetails["reason"]>,
  at: number = timeOf(room.books, entry),
): void {
  const { subscription } = entry;
  subscription.status = "canceled";
  subscription.canceled_at ??= at;
  subscription.ended_at = at;
  subscription.pause_collection = null;
  subscription.pending_update = null;
  delete subscription.status_details;
  subscription.cancellation_details = {
    comment: null,
    feedback: null,
    feedback_option: null,
    ...subscription.cancellation_details,
    reason,
  };
  entry.pendingLines = [];
  entry.pendingInvoice = null;
  for (const invoice of room.books.invoices.values()) {
    if (entryOf(room, invoice) === entry) stopCollecting(invoice);
  }
  void emitEvent(room, "customer.subscription.deleted", subscription, {
    at: nowFor(room.books, idOf(subscription.customer)),
  });
}

function stopCollecting(invoice: Stripe.Invoice): void {
  if (invoice.status !== "open" && invoice.status !== "draft") return;
  invoice.auto_advance = false;
  invoice.automatically_finalizes_at = null;
  invoice.next_payment_attempt = null;
}
