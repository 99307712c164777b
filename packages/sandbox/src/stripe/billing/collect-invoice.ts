import type Stripe from "stripe";
import { copyOf } from "../api/expand.ts";
import type { SubscriptionEntry } from "../books/books.ts";
import { idOf } from "../books/ids.ts";
import { day, nowFor } from "../clock/time.ts";
import { changesSince, emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { cancelSubscription } from "./cancel-subscription.ts";
import { methodFor, payInvoice } from "./pay-invoice.ts";

/** Days from each failed try to the next; after the last one the account's setting decides. */
export const retryDays = [3, 5, 7];

/**
 * Collects a subscription's open invoice while nobody is there. A failure makes the subscription past due and plans the next
 * try; the last one ends as the account is set. `at` is the subscription's own time.
 */
export function collectInvoice(room: StripeRoom, entry: SubscriptionEntry, invoice: Stripe.Invoice, at: number): void {
  const failedBefore = invoice.attempt_count;
  const outcome = payInvoice(room, invoice, { method: methodFor(room.books, entry), presence: "off_session" });
  if (outcome.kind === "paid") return;
  invoice.attempt_count = failedBefore + 1;
  const wait = retryDays[failedBefore];
  invoice.next_payment_attempt = wait === undefined ? null : at + wait * day;
  if (wait === undefined) giveUp(room, entry, at);
  else setStatus(room, entry, "past_due");
}

function giveUp(room: StripeRoom, entry: SubscriptionEntry, at: number): void {
  const { afterRetries } = room.books.settings;
  if (afterRetries === "cancel") cancelSubscription(room, entry, "payment_failed", at);
  else setStatus(room, entry, afterRetries);
}

function setStatus(room: StripeRoom, { subscription }: SubscriptionEntry, status: "past_due" | "unpaid"): void {
  if (subscription.status === status) return;
  const before = copyOf(subscription);
  subscription.status = status;
  const at = nowFor(room.books, idOf(subscription.customer));
  void emitEvent(room, "customer.subscription.updated", subscription, {
    at,
    previous: changesSince(before, subscription),
  });
}
