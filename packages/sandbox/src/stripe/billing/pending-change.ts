import type Stripe from "stripe";
import { copyOf } from "../api/expand.ts";
import { listOf } from "../api/list.ts";
import type { SubscriptionEntry } from "../books/books.ts";
import { idOf } from "../books/ids.ts";
import { hour, nowFor } from "../clock/time.ts";
import { changesSince, emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { voidInvoice } from "./close-invoice.ts";

/** How long a change waits to be paid (https://docs.stripe.com/billing/subscriptions/pending-updates). */
const patience = 23 * hour;

/** Takes a change back until its invoice is paid; `before` is the subscription as it was. */
export function holdChange(
  entry: SubscriptionEntry,
  invoice: Stripe.Invoice,
  before: Stripe.Subscription,
  at: number,
): void {
  const { subscription } = entry;
  const anchor = subscription.billing_cycle_anchor;
  entry.pendingInvoice = invoice.id;
  subscription.pending_update = {
    billing_cycle_anchor: anchor === before.billing_cycle_anchor ? null : anchor,
    cancel_at_period_end: null,
    discount: null,
    discounts: null,
    expires_at: at + patience,
    metadata: null,
    subscription_items: subscription.items.data,
    trial_end: null,
    trial_from_plan: null,
  };
  subscription.billing_cycle_anchor = before.billing_cycle_anchor;
  subscription.items = before.items;
}

/** Carries out a change that was paid. */
export function applyPendingChange(room: StripeRoom, entry: SubscriptionEntry): void {
  const { subscription } = entry;
  const before = copyOf(subscription);
  const { billing_cycle_anchor: anchor, subscription_items: items } = subscription.pending_update ?? {};
  if (items) subscription.items = listOf(items, subscription.items.url);
  subscription.billing_cycle_anchor = anchor ?? subscription.billing_cycle_anchor;
  endWait(entry);
  const at = nowFor(room.books, idOf(subscription.customer));
  void emitEvent(room, "customer.subscription.pending_update_applied", subscription, { at });
  void emitEvent(room, "customer.subscription.updated", subscription, {
    at,
    previous: changesSince(before, subscription),
  });
}

/** Lets a change go that was not paid in time; nothing of it remains. */
export function dropPendingChange(room: StripeRoom, entry: SubscriptionEntry): void {
  const invoice = room.books.invoices.get(entry.pendingInvoice ?? "");
  endWait(entry);
  if (invoice?.status === "open") voidInvoice(room, invoice);
  const at = nowFor(room.books, idOf(entry.subscription.customer));
  void emitEvent(room, "customer.subscription.pending_update_expired", entry.subscription, { at });
}

function endWait(entry: SubscriptionEntry): void {
  entry.pendingInvoice = null;
  entry.subscription.pending_update = null;
}
