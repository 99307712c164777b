import type Stripe from "stripe";
import type { StripeWorld } from "../test-client.ts";

/** Noon of the last day of January 2027, so that months of every length follow. */
export const lastOfJanuary = Date.UTC(2027, 0, 31, 12) / 1000;
export const firstRenewal = Date.UTC(2027, 1, 28, 12) / 1000;

export type Subscribed = {
  clock: string;
  customer: string;
  price: string;
  subscription: Stripe.Subscription;
};

/** A customer on a test clock with a card of Stripe's and a subscription of 10 dollars a month. */
export async function subscribe({ stripe }: StripeWorld, card = "pm_card_visa"): Promise<Subscribed> {
  const clock = (await stripe.testHelpers.testClocks.create({ frozen_time: lastOfJanuary })).id;
  const customer = (await stripe.customers.create({ email: "member@demo.test", test_clock: clock })).id;
  const method = await stripe.paymentMethods.attach("pm_card_visa", { customer });
  const price = await priceOf(stripe, 1000);
  const subscription = await stripe.subscriptions.create({
    customer,
    items: [{ price }],
    default_payment_method: method.id,
    metadata: { memberId: "mem_1" },
  });
  if (card !== "pm_card_visa") {
    const later = await stripe.paymentMethods.attach(card, { customer });
    await stripe.subscriptions.update(subscription.id, { default_payment_method: later.id });
  }
  return { clock, customer, price, subscription };
}

/** A monthly price in dollars. */
export async function priceOf(stripe: Stripe, unit_amount: number): Promise<string> {
  const price = await stripe.prices.create({
    currency: "usd",
    unit_amount,
    recurring: { interval: "month" },
    product_data: { name: `Plan of ${unit_amount}` },
  });
  return price.id;
}

/** The latest invoice of a subscription. */
export async function latestInvoice(stripe: Stripe, subscription: string): Promise<Stripe.Invoice> {
  const [invoice] = (await stripe.invoices.list({ subscription, limit: 1 })).data;
  if (invoice === undefined) throw new Error(`${subscription} has no invoice`);
  return invoice;
}
