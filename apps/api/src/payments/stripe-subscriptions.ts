import Stripe from "stripe";
import {
  type Checkout,
  PaymentRefused,
  type PriceRequest,
  type SubscriptionCheckout,
  type SubscriptionCheckoutRequest,
  type SubscriptionPayments,
} from "./payments.ts";
import { dateOf, idOf, moneyOf } from "./stripe-money.ts";
import { openPortal } from "./stripe-portal.ts";
import { findSubscriptionOf, itemOf, readSubscription } from "./stripe-readings.ts";

/** Subscriptions through Stripe Billing: https://docs.stripe.com/api/subscriptions. */
export function subscriptionsOf(stripe: Stripe): SubscriptionPayments {
  return {
    ensureCustomer: (member) => ensureCustomer(stripe, member),
    ensurePrice: (request) => ensurePrice(stripe, request),
    openSubscriptionCheckout: (request) => openCheckout(stripe, request),
    readSubscriptionCheckout: async (id) => checkoutOf(await stripe.checkout.sessions.retrieve(id)),
    closeSubscriptionCheckout: (id) => closeCheckout(stripe, id),
    readSubscription: (id) => readSubscription(stripe, id),
    findSubscriptionOf: (id) => findSubscriptionOf(stripe, id),
    setRenewing: async (id, renews, idempotencyKey) => {
      await stripe.subscriptions.update(id, { cancel_at_period_end: !renews }, { idempotencyKey });
    },
    endSubscription: (id, key) => endSubscription(stripe, id, key),
    previewChange: (id, price, at) => previewChange(stripe, { id, price, at }),
    changeNow: (id, price, at, key) => changeNow(stripe, { id, price, at }, key),
    setRenewalPrice: async (id, price, idempotencyKey) => {
      const items = [{ id: (await itemOf(stripe, id)).id, price }];
      await stripe.subscriptions.update(id, { items, proration_behavior: "none" }, { idempotencyKey });
    },
    setCollectionPaused: async (id, paused, idempotencyKey) => {
      const pause_collection = paused ? ({ behavior: "void" } as const) : "";
      await stripe.subscriptions.update(id, { pause_collection }, { idempotencyKey });
    },
    openPortal: (customer, returnUrl) => openPortal(stripe, customer, returnUrl),
  };
}

/** Found by our id in its metadata where an earlier try made one whose answer was lost. */
async function ensureCustomer(
  stripe: Stripe,
  { memberId, email }: Parameters<SubscriptionPayments["ensureCustomer"]>[0],
): Promise<string> {
  for await (const customer of stripe.customers.list({ email, limit: 100 })) {
    if (customer.metadata.member_id === memberId) return customer.id;
  }
  const made = { email, metadata: { member_id: memberId } };
  return (await stripe.customers.create(made, { idempotencyKey: `${memberId}.customer` })).id;
}

async function ensurePrice(stripe: Stripe, { priceId, planName, interval, amount }: PriceRequest): Promise<string> {
  const { data } = await stripe.prices.list({ lookup_keys: [priceId], limit: 1 });
  if (data[0] !== undefined) return data[0].id;
  const price = await stripe.prices.create(
    {
      lookup_key: priceId,
      currency: amount.currency.toLowerCase(),
      unit_amount: amount.amountMinor,
      recurring: { interval },
      product_data: { name: planName },
    },
    { idempotencyKey: `${priceId}.price` },
  );
  return price.id;
}

async function openCheckout(
  stripe: Stripe,
  { subscriptionId, price, customer, successUrl, cancelUrl }: SubscriptionCheckoutRequest,
): Promise<Checkout> {
  const metadata = { subscription_id: subscriptionId };
  const session = await stripe.checkout.sessions.create(
    {
      mode: "subscription",
      client_reference_id: subscriptionId,
      customer,
      line_items: [{ price, quantity: 1 }],
      metadata,
      subscription_data: { metadata },
      success_url: successUrl,
      cancel_url: cancelUrl,
    },
    { idempotencyKey: `${subscriptionId}.checkout` },
  );
  if (session.url === null) throw new Error(`checkout of ${subscriptionId} has no page`);
  return { sessionId: session.id, url: session.url, expiresAt: dateOf(session.expires_at) };
}

function checkoutOf({ status, subscription }: Stripe.Checkout.Session): SubscriptionCheckout {
  const processorId = idOf(subscription);
  if (status === "complete" && processorId !== null) return { kind: "complete", processorId };
  return { kind: status === "expired" ? "expired" : "open" };
}

async function closeCheckout(stripe: Stripe, sessionId: string): Promise<SubscriptionCheckout> {
  const session = await stripe.checkout.sessions.retrieve(sessionId);
  if (session.status !== "open") return checkoutOf(session);
  try {
    return checkoutOf(await stripe.checkout.sessions.expire(sessionId));
  } catch (error) {
    // It was paid, or ran out, between the two.
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    return checkoutOf(await stripe.checkout.sessions.retrieve(sessionId));
  }
}

async function endSubscription(stripe: Stripe, id: string, idempotencyKey: string): Promise<void> {
  if (!(await isOver(stripe, id))) await cancelNow(stripe, id, idempotencyKey);
  // Stripe leaves what it could not collect payable; nobody is to pay for time after the end.
  for await (const invoice of stripe.invoices.list({ subscription: id, status: "open", limit: 100 })) {
    await stripe.invoices.voidInvoice(invoice.id, {}, { idempotencyKey: `${invoice.id}.void` });
  }
}

async function cancelNow(stripe: Stripe, id: string, idempotencyKey: string): Promise<void> {
  try {
    await stripe.subscriptions.cancel(id, {}, { idempotencyKey });
  } catch (error) {
    // Somebody else ended it in between: Stripe then has no such subscription to cancel.
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError) || !(await isOver(stripe, id))) throw error;
  }
}

async function isOver(stripe: Stripe, id: string): Promise<boolean> {
  return (await stripe.subscriptions.retrieve(id)).ended_at !== null;
}

type Change = { id: string; price: string; at: Date };

async function previewChange(stripe: Stripe, { id, price, at }: Change) {
  const item = await itemOf(stripe, id);
  const invoice = await stripe.invoices.createPreview({
    subscription: id,
    subscription_details: {
      items: [{ id: item.id, price }],
      proration_behavior: "always_invoice",
      proration_date: secondsOf(at),
    },
  });
  return { payNow: moneyOf(invoice.amount_due, invoice.currency), periodEnd: dateOf(item.current_period_end) };
}

/** `error_if_incomplete`: Stripe changes nothing where the invoice cannot be paid at once. */
async function changeNow(stripe: Stripe, { id, price, at }: Change, idempotencyKey: string): Promise<void> {
  const item = await itemOf(stripe, id);
  try {
    await stripe.subscriptions.update(
      id,
      {
        items: [{ id: item.id, price }],
        proration_behavior: "always_invoice",
        proration_date: secondsOf(at),
        payment_behavior: "error_if_incomplete",
      },
      { idempotencyKey },
    );
  } catch (error) {
    if (error instanceof Stripe.errors.StripeCardError) throw new PaymentRefused(error.message);
    throw error;
  }
}

function secondsOf(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
