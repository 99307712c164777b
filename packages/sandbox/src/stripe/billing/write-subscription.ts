import type Stripe from "stripe";
import { listOf } from "../api/list.ts";
import type { SubscriptionEntry } from "../books/books.ts";
import { idOf, newId } from "../books/ids.ts";
import { nowFor, periodEnd } from "../clock/time.ts";
import { emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { itemOf, type Wanted } from "./subscription-items.ts";

export type SubscriptionDraft = {
  customer: Stripe.Customer;
  wanted: Wanted[];
  status: "active" | "incomplete";
  defaultMethod: string | null;
  description: string | null;
  metadata: Stripe.Metadata;
  cancelsAtEnd: boolean;
};

/** Writes a subscription whose first period begins now, in flexible billing mode as all new ones, and tells of it. */
export function writeSubscription(room: StripeRoom, draft: SubscriptionDraft): SubscriptionEntry {
  const { customer, wanted } = draft;
  const id = newId("sub");
  const start = nowFor(room.books, customer.id);
  const items = wanted.map((one) => itemOf(id, one, { start, end: periodEnd(start, one.price.recurring, start) }));
  const subscription = {
    ...structuredClone(plainSubscription),
    id,
    billing_cycle_anchor: start,
    cancel_at: draft.cancelsAtEnd ? (items[0]?.current_period_end ?? null) : null,
    cancel_at_period_end: draft.cancelsAtEnd,
    canceled_at: draft.cancelsAtEnd ? start : null,
    created: start,
    currency: wanted[0]?.price.currency ?? "usd",
    customer: customer.id,
    default_payment_method: draft.defaultMethod,
    description: draft.description,
    items: listOf(items, `/v1/subscription_items?subscription=${id}`),
    metadata: draft.metadata,
    start_date: start,
    status: draft.status,
    test_clock: idOf(customer.test_clock),
  } satisfies Stripe.Subscription;
  const entry: SubscriptionEntry = { subscription, ahead: 0, noticedFor: null, pendingLines: [], pendingInvoice: null };
  room.books.subscriptions.set(id, entry);
  customer.currency ??= subscription.currency;
  return entry;
}

/** Tells of a new subscription. */
export function tellOfCreation(room: StripeRoom, { subscription }: SubscriptionEntry): void {
  const at = nowFor(room.books, idOf(subscription.customer));
  void emitEvent(room, "customer.subscription.created", subscription, { at });
}

const plainSubscription = {
  object: "subscription",
  application: null,
  application_fee_percent: null,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null },
  billing_cycle_anchor_config: null,
  billing_mode: { flexible: { proration_discounts: "included" }, type: "flexible" },
  billing_schedules: [],
  billing_thresholds: null,
  cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
  collection_method: "charge_automatically",
  customer_account: null,
  days_until_due: null,
  default_source: null,
  default_tax_rates: [],
  discounts: [],
  ended_at: null,
  invoice_settings: {
    account_tax_ids: null,
    custom_fields: null,
    description: null,
    footer: null,
    issuer: { type: "self" },
  },
  latest_invoice: null,
  livemode: false,
  managed_payments: null,
  next_pending_invoice_item_invoice: null,
  on_behalf_of: null,
  pause_collection: null,
  payment_settings: { payment_method_options: null, payment_method_types: null, save_default_payment_method: "off" },
  pending_invoice_item_interval: null,
  pending_setup_intent: null,
  pending_update: null,
  schedule: null,
  transfer_data: null,
  trial_end: null,
  trial_settings: null,
  trial_start: null,
} satisfies Partial<Stripe.Subscription>;
