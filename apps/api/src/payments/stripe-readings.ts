import { isId, type SubscriptionId } from "@covenant/domain";
import type Stripe from "stripe";
import type { InvoiceLine, InvoiceReading, SubscriptionReading } from "./payments.ts";
import { dateOf, idOf, moneyOf } from "./stripe-money.ts";

/** The subscription as Stripe has it now, with all its invoices and how each was paid. */
export async function readSubscription(stripe: Stripe, id: string): Promise<SubscriptionReading> {
  const subscription = await stripe.subscriptions.retrieve(id);
  const invoices: InvoiceReading[] = [];
  const all = { subscription: id, limit: 100, expand: ["data.payments"] };
  for await (const invoice of stripe.invoices.list(all)) invoices.push(invoiceOf(invoice));
  return { ...readingOf(subscription), invoices };
}

/** Our id of a subscription, which may be anybody's. */
export async function findSubscriptionOf(stripe: Stripe, id: string): Promise<SubscriptionId | null> {
  return ownIdOf(await stripe.subscriptions.retrieve(id));
}

function ownIdOf({ metadata: { subscription_id: ours } }: Stripe.Subscription): SubscriptionId | null {
  return ours !== undefined && isId("subscription", ours) ? ours : null;
}

/** The one item of a subscription of ours. It carries the period, which the subscription itself does not. */
export async function itemOf(stripe: Stripe, id: string): Promise<Stripe.SubscriptionItem> {
  return onlyItem(await stripe.subscriptions.retrieve(id));
}

function onlyItem({ id, items }: Stripe.Subscription): Stripe.SubscriptionItem {
  const [item, other] = items.data;
  if (item === undefined || other !== undefined) throw new Error(`${id} has not one price`);
  return item;
}

/** `unpaid` is what Stripe calls one whose renewals it no longer tries. */
const states: Readonly<Record<string, SubscriptionReading["state"]>> = {
  incomplete: "incomplete",
  incomplete_expired: "ended",
  trialing: "active",
  active: "active",
  past_due: "past-due",
  unpaid: "past-due",
  paused: "paused",
  canceled: "ended",
};

function readingOf(subscription: Stripe.Subscription): Omit<SubscriptionReading, "invoices"> {
  const item = onlyItem(subscription);
  const { cancel_at: cancelAt, cancel_at_period_end: endsWithPeriod, ended_at: endedAt } = subscription;
  const endsAt = cancelAt ?? (endsWithPeriod ? item.current_period_end : null);
  return {
    processorId: subscription.id,
    customer: idOf(subscription.customer) ?? "",
    subscriptionId: ownIdOf(subscription),
    state: stateOf(subscription),
    price: item.price.id,
    periodStart: dateOf(item.current_period_start),
    periodEnd: dateOf(item.current_period_end),
    endsAt: endsAt === null ? null : dateOf(endsAt),
    endedAt: endedAt === null ? null : dateOf(endedAt),
    collectionPaused: subscription.pause_collection !== null,
  };
}

/** Stripe may learn new states; what one of them means is for us to learn first. */
function stateOf({ id, status }: Stripe.Subscription): SubscriptionReading["state"] {
  const state = states[status];
  if (state === undefined) throw new Error(`${id} is ${status}, which nobody here knows`);
  return state;
}

const invoiceStates = ["open", "paid", "void", "uncollectible"] as const;

const reasons: Readonly<Record<string, InvoiceReading["reason"]>> = {
  subscription_create: "create",
  subscription_cycle: "cycle",
  subscription_update: "update",
};

function invoiceOf(invoice: Stripe.Invoice): InvoiceReading {
  const { amount_paid: paid, amount_due: due, currency, status_transitions: times } = invoice;
  const lines = invoice.lines.data.map((line) => ({ isUnused: isUnusedTime(line), ...lineOf(line) }));
  return {
    processorId: invoice.id,
    state: invoiceStates.find((state) => state === invoice.status) ?? "draft",
    reason: reasons[invoice.billing_reason ?? ""] ?? "other",
    amount: moneyOf(invoice.status === "paid" ? paid : due, currency),
    lines: lines.filter(({ isUnused }) => !isUnused),
    unused: lines.filter(({ isUnused }) => isUnused),
    paymentIntentId: paymentOf(invoice),
    paidAt: times.paid_at === null ? null : dateOf(times.paid_at),
    url: invoice.hosted_invoice_url ?? null,
  };
}

function lineOf({ pricing, period }: Stripe.InvoiceLineItem): InvoiceLine {
  return {
    price: idOf(pricing?.price_details?.price) ?? "",
    start: dateOf(period.start),
    end: dateOf(period.end),
  };
}

/** A proration that gives something back names what it gives it back for. */
function isUnusedTime({ amount, parent }: Stripe.InvoiceLineItem): boolean {
  const details = parent?.subscription_item_details ?? parent?.invoice_item_details;
  return amount < 0 || (details?.proration_details?.credited_items ?? null) !== null;
}

function paymentOf({ payments }: Stripe.Invoice): string | null {
  const paid = payments?.data.find(({ status }) => status === "paid");
  return idOf(paid?.payment.payment_intent);
}
