import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonOf } from "../../testing.ts";
import { paidByAlipay } from "../payments/test-payment.ts";
import { membership, type StripeWorld, startStripeWorld } from "../test-client.ts";

const day = 24 * 60 * 60;

let world: StripeWorld;
let stripe: Stripe;

beforeAll(async () => {
  world = await startStripeWorld();
  stripe = world.stripe;
});

afterAll(() => world.close());

async function join(): Promise<Stripe.Subscription> {
  const { id } = await stripe.checkout.sessions.create(membership);
  await world.payByCard(id);
  const { subscription } = await stripe.checkout.sessions.retrieve(id, { expand: ["subscription"] });
  if (typeof subscription === "string" || subscription === null) throw new Error("nobody joined");
  return subscription;
}

describe("advancing", () => {
  it("renews one subscription alone, with money of today and the period after the first", async () => {
    const [one, other] = [await join(), await join()];
    const { events } = await jsonOf<{ events: { type: string }[] }>(
      await world.control("/advance", { to: "renewal", subscription: one.id }),
    );
    expect(events.map(({ type }) => type)).toContain("invoice.paid");
    const [renewal] = (await stripe.invoices.list({ subscription: one.id })).data;
    const first = one.items.data[0];
    expect(renewal).toMatchObject({ billing_reason: "subscription_cycle", status: "paid" });
    expect(renewal?.lines.data[0]?.period.start).toBe(first?.current_period_end);
    expect(Math.abs((renewal?.created ?? 0) - Date.now() / 1000)).toBeLessThan(60);
    expect((await stripe.invoices.list({ subscription: other.id })).data).toHaveLength(1);
  });

  it("by days moves everybody, and may be done again", async () => {
    const one = await join();
    await world.control("/advance", { days: 32 });
    await world.control("/advance", { days: 31 });
    expect((await stripe.invoices.list({ subscription: one.id })).data).toHaveLength(3);
  });

  it("ends what was to end with its period", async () => {
    const one = await join();
    await stripe.subscriptions.update(one.id, { cancel_at_period_end: true });
    await world.control("/advance", { days: 32 });
    expect((await stripe.subscriptions.retrieve(one.id)).status).toBe("canceled");
  });

  it("makes payments older, but none that comes after it", async () => {
    const before = await paidByAlipay(world);
    await world.control("/advance", { days: 91 });
    const after = await paidByAlipay(world);
    await expect(stripe.refunds.create({ charge: before.id })).rejects.toMatchObject({ code: "charge_not_refundable" });
    await stripe.refunds.create({ charge: after.id });
  });

  it("leaves customers of a test clock where they are", async () => {
    const clock = await stripe.testHelpers.testClocks.create({ frozen_time: 1_800_000_000 });
    const customer = (await stripe.customers.create({ test_clock: clock.id, payment_method: "pm_card_visa" })).id;
    const price_data = { currency: "usd", unit_amount: 500, recurring: { interval: "month" as const } };
    const product = (await stripe.products.create({ name: "Plan" })).id;
    const items = [{ price_data: { ...price_data, product } }];
    const { id } = await stripe.subscriptions.create({ customer, items, default_payment_method: "pm_card_visa" });
    await world.control("/advance", { days: 40 });
    expect((await stripe.invoices.list({ subscription: id })).data).toHaveLength(1);
    await stripe.testHelpers.testClocks.del(clock.id);
    await expect(stripe.subscriptions.retrieve(id)).rejects.toMatchObject({ code: "resource_missing" });
  });

  it("is refused without a distance", async () => {
    expect((await world.control("/advance", {})).status).toBe(400);
  });
});

describe("the page", () => {
  it("shows what there is with buttons that work without a script", async () => {
    const subscription = await join();
    const page = await (await fetch(`${world.sandbox.url}/stripe`)).text();
    for (const word of [subscription.id, "To the next renewal", "Dispute", "Send again"]) expect(page).toContain(word);
    const [charge] = (await stripe.charges.list({ customer: String(subscription.customer) })).data;
    const answer = await world.submit("/control/stripe/disputes", { charge: String(charge?.id) });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/stripe"]);
    const again = await (await fetch(`${world.sandbox.url}/stripe`)).text();
    expect(again).toContain("needs_response");
  });

  it("renews by the day, as often as days went by", async () => {
    const recurring = { interval: "day" as const };
    const line = { currency: "usd", unit_amount: 100, recurring, product_data: { name: "Day pass" } };
    const { id } = await stripe.checkout.sessions.create({
      ...membership,
      line_items: [{ quantity: 1, price_data: line }],
    });
    await world.payByCard(id);
    const { subscription } = await stripe.checkout.sessions.retrieve(id);
    await world.control("/advance", { seconds: 2 * day, subscription });
    const { data } = await stripe.invoices.list({ subscription: String(subscription) });
    expect(data.length).toBe(3);
  });
});
