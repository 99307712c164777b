import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StripeWorld, startStripeWorld } from "../test-client.ts";
import {
  firstRenewal,
  lastOfJanuary,
  latestInvoice,
  priceOf,
  type Subscribed,
  subscribe,
} from "./test-subscription.ts";

/** Half of the first period: 14 of its 28 days. */
const half = (lastOfJanuary + firstRenewal) / 2;
const hour = 60 * 60;

let world: StripeWorld;

beforeAll(async () => {
  world = await startStripeWorld();
});

afterAll(() => world.close());

async function atHalf(card?: string): Promise<Subscribed & { item: string; dear: string }> {
  const subscribed = await subscribe(world, card);
  await world.advance(subscribed.clock, half);
  const item = String(subscribed.subscription.items.data[0]?.id);
  return { ...subscribed, item, dear: await priceOf(world.stripe, 3000) };
}

describe("another price in the middle of a period", () => {
  it("asks at once for the difference where it is always invoiced, exactly as it was previewed", async () => {
    const { stripe } = world;
    const { subscription, item, dear } = await atHalf();
    const change = { items: [{ id: item, price: dear }], proration_behavior: "always_invoice" as const };
    const preview = await stripe.invoices.createPreview({
      subscription: subscription.id,
      subscription_details: { ...change, proration_date: half },
    });
    expect(preview.lines.data.map(({ amount }) => amount)).toEqual([-500, 1500]);
    const changed = await stripe.subscriptions.update(subscription.id, {
      ...change,
      proration_date: half,
      expand: ["latest_invoice"],
    });
    expect(changed.items.data[0]?.price.id).toBe(dear);
    expect(changed.latest_invoice).toMatchObject({
      status: "paid",
      billing_reason: "subscription_update",
      amount_paid: preview.amount_due,
    });
    const [credit, debit] = (await latestInvoice(stripe, subscription.id)).lines.data;
    expect(credit).toMatchObject({ period: { start: half, end: firstRenewal }, amount: -500 });
    expect(credit?.parent?.subscription_item_details).toMatchObject({
      proration: true,
      proration_details: { credited_items: { invoice: String(subscription.latest_invoice) } },
    });
    expect(debit).toMatchObject({ amount: 1500, pricing: { price_details: { price: dear } } });
  });

  it("waits for the next invoice where prorations are only noted", async () => {
    const { stripe } = world;
    const { clock, subscription, item, dear } = await atHalf();
    await stripe.subscriptions.update(subscription.id, { items: [{ id: item, price: dear }] });
    expect((await stripe.invoices.list({ subscription: subscription.id })).data).toHaveLength(1);
    await world.advance(clock, firstRenewal + 2 * hour);
    const { lines, amount_paid } = await latestInvoice(stripe, subscription.id);
    expect(lines.data.map(({ amount }) => amount)).toEqual([-500, 1500, 3000]);
    expect(amount_paid).toBe(4000);
  });

  it("counts from the next period where nothing is prorated", async () => {
    const { stripe } = world;
    const { clock, subscription, item, dear } = await atHalf();
    const change = { items: [{ id: item, price: dear }], proration_behavior: "none" as const };
    await stripe.subscriptions.update(subscription.id, change);
    const next = await stripe.invoices.createPreview({ subscription: subscription.id });
    expect([next.amount_due, next.billing_reason]).toEqual([3000, "upcoming"]);
    await world.advance(clock, firstRenewal + 2 * hour);
    expect((await latestInvoice(stripe, subscription.id)).amount_paid).toBe(3000);
  });

  it("that is lower leaves a credit, which the next invoice takes off", async () => {
    const { stripe } = world;
    const { clock, customer, subscription, item } = await atHalf();
    const cheap = await priceOf(stripe, 400);
    await stripe.subscriptions.update(subscription.id, {
      items: [{ id: item, price: cheap }],
      proration_behavior: "always_invoice",
    });
    expect(await latestInvoice(stripe, subscription.id)).toMatchObject({ status: "paid", total: -300, amount_due: 0 });
    expect((await stripe.customers.retrieve(customer)) as object).toMatchObject({ balance: -300 });
    await world.advance(clock, firstRenewal + 2 * hour);
    expect(await latestInvoice(stripe, subscription.id)).toMatchObject({
      total: 400,
      starting_balance: -300,
      amount_paid: 100,
    });
  });

  it("that must be paid first changes nothing while the card is declined", async () => {
    const { stripe } = world;
    const { subscription, item, dear, price } = await atHalf("pm_card_chargeCustomerFail");
    const change = { items: [{ id: item, price: dear }], proration_behavior: "always_invoice" as const };
    await expect(
      stripe.subscriptions.update(subscription.id, { ...change, payment_behavior: "error_if_incomplete" }),
    ).rejects.toMatchObject({ type: "StripeCardError", statusCode: 402 });
    expect((await stripe.subscriptions.retrieve(subscription.id)).items.data[0]?.price.id).toBe(price);
    const pending = await stripe.subscriptions.update(subscription.id, {
      ...change,
      payment_behavior: "pending_if_incomplete",
    });
    expect(pending).toMatchObject({
      status: "active",
      pending_update: { subscription_items: [{ price: { id: dear } }] },
    });
    expect(pending.items.data[0]?.price.id).toBe(price);
    await stripe.invoices.pay(String(pending.latest_invoice), { payment_method: "pm_card_visa" });
    const applied = await stripe.subscriptions.retrieve(subscription.id);
    expect(applied.pending_update).toBeNull();
    expect(applied.items.data[0]?.price.id).toBe(dear);
    await world.hears("customer.subscription.pending_update_applied");
  });

  it("that nobody paid for within 23 hours is let go, with its invoice void", async () => {
    const { stripe } = world;
    const { clock, subscription, item, dear, price } = await atHalf("pm_card_chargeCustomerFail");
    const pending = await stripe.subscriptions.update(subscription.id, {
      items: [{ id: item, price: dear }],
      proration_behavior: "always_invoice",
      payment_behavior: "pending_if_incomplete",
    });
    await world.advance(clock, half + 24 * hour);
    expect((await stripe.invoices.retrieve(String(pending.latest_invoice))).status).toBe("void");
    const left = await stripe.subscriptions.retrieve(subscription.id);
    expect(left).toMatchObject({ status: "active", pending_update: null, items: { data: [{ price: { id: price } }] } });
    await world.hears("customer.subscription.pending_update_expired");
  });

  it("makes the subscription past due where it was not to be paid first", async () => {
    const { stripe } = world;
    const { subscription, item, dear } = await atHalf("pm_card_chargeCustomerFail");
    const changed = await stripe.subscriptions.update(subscription.id, {
      items: [{ id: item, price: dear }],
      proration_behavior: "always_invoice",
    });
    expect(changed).toMatchObject({ status: "past_due", items: { data: [{ price: { id: dear } }] } });
  });

  it("by the year begins a year at once and gives the rest of the month back", async () => {
    const { stripe } = world;
    const { subscription, item, price } = await atHalf();
    const { product } = await stripe.prices.retrieve(price);
    const yearly = { currency: "usd", unit_amount: 9000, recurring: { interval: "year" as const } };
    const changed = await stripe.subscriptions.update(subscription.id, {
      items: [{ id: item, price_data: { ...yearly, product: String(product) } }],
    });
    expect(changed.billing_cycle_anchor).toBe(half);
    expect(changed.items.data[0]?.current_period_end).toBe(Date.UTC(2028, 1, 14, 12) / 1000);
    const { lines } = await latestInvoice(stripe, subscription.id);
    expect(lines.data.map(({ amount }) => amount)).toEqual([-500, 9000]);
  });
});
