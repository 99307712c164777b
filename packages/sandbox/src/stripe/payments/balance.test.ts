import { afterAll, beforeAll, expect, it } from "vitest";
import { membership, type StripeWorld, startStripeWorld } from "../test-client.ts";
import { paidByAlipay, paidByCard } from "./test-payment.ts";

let world: StripeWorld;

beforeAll(async () => {
  world = await startStripeWorld();
});

afterAll(() => world.close());

it("a charge shows what Stripe took of it", async () => {
  const { id } = await paidByCard(world);
  const charge = await world.stripe.charges.retrieve(id, { expand: ["balance_transaction"] });
  expect(charge.balance_transaction).toMatchObject({
    type: "charge",
    reporting_category: "charge",
    amount: 1000,
    fee: 59,
    net: 941,
    currency: "usd",
    exchange_rate: null,
    source: id,
    status: "pending",
  });
});

it("Alipay in yuan settles in dollars at a rate, as a payment and not a charge", async () => {
  const { id } = await paidByAlipay(world, "cny");
  const { balance_transaction } = await world.stripe.charges.retrieve(id, { expand: ["balance_transaction"] });
  expect(balance_transaction).toMatchObject({ type: "payment", amount: 1008, currency: "usd", exchange_rate: 0.14 });
});

it("everything that moved is listed by time, type and page, and adds up", async () => {
  const { stripe } = world;
  const since = Math.floor(Date.now() / 1000);
  const charge = await paidByCard(world);
  await stripe.refunds.create({ charge: charge.id, amount: 300 });
  const disputed = await paidByCard(world);
  await world.control("/disputes", { charge: disputed.id });
  const { id } = await stripe.checkout.sessions.create(membership);
  await world.payByCard(id);
  const range = { created: { gte: since, lt: since + 3600 } };
  const all = await stripe.balanceTransactions.list({ ...range, limit: 2 }).autoPagingToArray({ limit: 100 });
  const theirs = all.filter(({ type }) => type !== "payment");
  expect(new Set(theirs.map(({ type }) => type))).toEqual(new Set(["charge", "refund", "adjustment", "stripe_fee"]));
  expect(theirs.every(({ amount, fee, net }) => net === amount - fee)).toBe(true);
  const refunds = await stripe.balanceTransactions.list({ ...range, type: "refund" });
  expect(refunds.data).toMatchObject([{ amount: -300, fee: 0, reporting_category: "refund" }]);
  const [entry] = (await stripe.balanceTransactions.list({ source: disputed.id })).data;
  expect(await stripe.balanceTransactions.retrieve(String(entry?.id))).toMatchObject({ source: disputed.id });
});
