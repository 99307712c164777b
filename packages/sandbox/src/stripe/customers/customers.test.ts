import type Stripe from "stripe";
import { afterAll, beforeAll, expect, it } from "vitest";
import { membership, order, type StripeWorld, startStripeWorld } from "../test-client.ts";

let world: StripeWorld;
let stripe: Stripe;

beforeAll(async () => {
  world = await startStripeWorld();
  stripe = world.stripe;
});

afterAll(() => world.close());

it("a customer is found by mail and changed", async () => {
  const { id } = await stripe.customers.create({ email: "one@demo.test", name: "One" });
  await stripe.customers.create({ email: "two@demo.test" });
  expect((await stripe.customers.list({ email: "one@demo.test" })).data.map((customer) => customer.id)).toEqual([id]);
  const changed = await stripe.customers.update(id, { email: "new@demo.test", metadata: { memberId: "mem_1" } });
  expect(changed).toMatchObject({ email: "new@demo.test", name: "One", metadata: { memberId: "mem_1" } });
  expect((await stripe.customers.list({ email: "one@demo.test" })).data).toEqual([]);
});

it("a card is kept by name, made the customer's own, and let go", async () => {
  const customer = (await stripe.customers.create({ payment_method: "pm_card_mastercard" })).id;
  const [kept] = (await stripe.customers.listPaymentMethods(customer)).data;
  expect(kept?.card).toMatchObject({ brand: "mastercard", last4: "4444" });
  const method = String(kept?.id);
  const own = await stripe.customers.update(customer, { invoice_settings: { default_payment_method: method } });
  expect(own.invoice_settings.default_payment_method).toBe(method);
  await stripe.paymentMethods.detach(method);
  expect((await stripe.paymentMethods.list({ customer, type: "card" })).data).toEqual([]);
});

it("a card is kept after a purchase only where that was asked for", async () => {
  const customer = (await stripe.customers.create({})).id;
  await world.payByCard((await stripe.checkout.sessions.create({ ...order, customer })).id);
  expect((await stripe.customers.listPaymentMethods(customer)).data).toEqual([]);
  const payment_intent_data = { setup_future_usage: "off_session" as const };
  await world.payByCard((await stripe.checkout.sessions.create({ ...order, customer, payment_intent_data })).id);
  expect((await stripe.customers.listPaymentMethods(customer)).data).toHaveLength(1);
});

it("who is deleted is gone, and so are the subscriptions", async () => {
  const { id } = await stripe.checkout.sessions.create(membership);
  await world.payByCard(id);
  const { customer, subscription } = await stripe.checkout.sessions.retrieve(id);
  expect(await stripe.customers.del(String(customer))).toMatchObject({ deleted: true });
  await expect(stripe.customers.retrieve(String(customer))).rejects.toMatchObject({ code: "resource_missing" });
  expect((await stripe.subscriptions.retrieve(String(subscription))).status).toBe("canceled");
});
