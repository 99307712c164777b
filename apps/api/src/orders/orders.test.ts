import { auditLedger, getBalance } from "@covenant/db";
import { type MemberActor, type Money, newId, type OrderId, type OrderRequest } from "@covenant/domain";
import Fastify, { type FastifyInstance } from "fastify";
import Stripe from "stripe";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { webhookPlugin } from "../http/webhook-plugin.ts";
import { seedCatalogue } from "../seed/catalogue.ts";
import { mailsTo } from "../testing/mail-box.ts";
import { type ScriptedPayments, scriptedPayments, sessionOf } from "../testing/scripted-payments.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testMember } from "../testing/test-people.ts";
import { placeOrder } from "./place-order.ts";
import { settleOrder } from "./settle-order.ts";
import { sweepOrders } from "./sweep-orders.ts";
import { viewOwnOrder } from "./view-own-order.ts";

let deps: TestDeps;
let payments: ScriptedPayments;
let app: FastifyInstance;
let member: MemberActor & { email: string };

const secret = "whsec_test";

beforeAll(async () => {
  payments = scriptedPayments({ STRIPE_WEBHOOK_SECRET: secret });
  deps = await testDeps({ payments });
  await seedCatalogue(deps);
  app = Fastify();
  await app.register(webhookPlugin, { deps, prefix: "/webhooks" });
});
beforeEach(async () => {
  payments.beforeOpening(async () => {});
  await deps.db.query("DELETE FROM bullmq.job", []);
  member = await testMember(deps);
});
afterAll(async () => {
  expect(await auditLedger(deps.db)).toEqual([]);
  await app.close();
  await deps.close();
});

async function firstPack(storefront = member.storefront) {
  return deps.db.rows.pack.findFirstOrThrow({ where: { storefront }, orderBy: { position: "asc" } });
}

async function wanted(changes: Partial<OrderRequest> = {}): Promise<OrderRequest> {
  return { requestId: newId("request"), packId: (await firstPack()).id, method: "card", asksToStart: true, ...changes };
}

async function placed(): Promise<{ id: OrderId; credits: number; price: Money }> {
  return placeOrder(deps, member, await wanted());
}

const paidWith = (amount: Money, paymentIntentId = `pi_${newId("order")}`) =>
  ({ kind: "paid", paymentIntentId, amount }) as const;
const settle = (orderId: OrderId) => settleOrder(deps, { orderId });
const balance = () => getBalance(deps.db, member.memberId);
const orderRow = (id: OrderId) => deps.db.rows.order.findUniqueOrThrow({ where: { id } });
const grantsOf = (id: OrderId) =>
  deps.db.query<{ credits: number }>("SELECT granted::int AS credits FROM ledger.lot WHERE order_id = $1", [id]);
const jobs = () =>
  deps.db.query<{ data: { orderId: string } }>("SELECT data FROM bullmq.job WHERE queue = 'orders'", []);

type Event = { id?: string; type?: string; session?: string };
const eventOf = ({ id = `evt_${newId("order")}`, type = "checkout.session.completed", session = "cs_x" }: Event) =>
  JSON.stringify({
    id,
    object: "event",
    type,
    created: Math.floor(Date.now() / 1000),
    api_version: "2026-10-28.endive",
    data: { object: { object: "checkout.session", id: session, amount_total: 1, payment_status: "paid" } },
  });

function deliver(payload: string, { signed = payload, withSecret = secret, at = Date.now() } = {}) {
  const timestamp = Math.floor(at / 1000);
  const signature = Stripe.webhooks.generateTestHeaderString({ payload: signed, secret: withSecret, timestamp });
  const headers = { "content-type": "application/json", "stripe-signature": signature };
  return app.inject({ method: "POST", url: "/webhooks/stripe", headers, body: payload });
}

it("places one order and one payment page of one request sent twice, and at once", async () => {
  const request = await wanted();
  const orders = await Promise.all([1, 2, 3, 4, 5].map(() => placeOrder(deps, member, request)));
  orders.push(await placeOrder(deps, member, request));
  expect(new Set(orders.map(({ id }) => id)).size).toBe(1);
  expect(new Set(orders.map(({ checkoutUrl }) => checkoutUrl)).size).toBe(1);
  expect(await deps.db.rows.order.count({ where: { memberId: member.memberId } })).toBe(1);
});

it("opens the page of an order whose first try broke off", async () => {
  const request = await wanted();
  payments.beforeOpening(() => Promise.reject(new Error("the processor is away")));
  await expect(placeOrder(deps, member, request)).rejects.toThrow("away");
  payments.beforeOpening(async () => {});
  const order = await placeOrder(deps, member, request);
  expect(order).toMatchObject({ state: "placed", checkoutUrl: expect.stringContaining(order.id) });
  expect(await deps.db.rows.order.count({ where: { memberId: member.memberId } })).toBe(1);
});

it("refuses a request id that came before for another pack, and what is not on sale here", async () => {
  const request = await wanted();
  await placeOrder(deps, member, request);
  const packs = await deps.db.rows.pack.findMany({ where: { storefront: member.storefront } });
  const packId = packs.find(({ id }) => id !== request.packId)?.id ?? "";
  await expect(placeOrder(deps, member, { ...request, packId })).rejects.toMatchObject({ code: "request/reused-key" });
  const elsewhere = (await firstPack("apimodels")).id;
  await expect(placeOrder(deps, member, await wanted({ packId: elsewhere }))).rejects.toMatchObject({
    code: "thing/not-found",
  });
  await expect(placeOrder(deps, member, await wanted({ method: "alipay", asksToStart: true }))).rejects.toMatchObject({
    code: "request/invalid",
  });
});

it("sells nothing to whom the terms do not admit", async () => {
  const suspension = { id: newId("case"), memberId: member.memberId, cause: "test", imposedAt: deps.clock.now() };
  await deps.db.rows.suspension.create({ data: suspension });
  await expect(placeOrder(deps, member, await wanted())).rejects.toMatchObject({ code: "member/suspended" });
  expect(await deps.db.rows.order.count({ where: { memberId: member.memberId } })).toBe(0);
});

it("takes an order from its page over a signed event to credits and a receipt", async () => {
  const order = await placed();
  payments.say(order.id, paidWith(order.price));
  expect((await deliver(eventOf({ session: sessionOf(order.id) }))).statusCode).toBe(200);
  expect(await jobs()).toEqual([{ data: { orderId: order.id } }]);
  await settle(order.id);
  expect(await balance()).toMatchObject({ available: order.credits });
  expect(await orderRow(order.id)).toMatchObject({ state: "paid", paidAt: deps.clock.now() });
  expect(await mailsTo(deps, member.email)).toMatchObject([{ subject: expect.stringContaining("your order is paid") }]);
});

it.each([
  ["another secret", { withSecret: "whsec_of_somebody" }],
  ["one changed byte", { signed: eventOf({ id: "evt_other" }) }],
  ["a signature of six minutes ago", { at: Date.now() - 6 * 60_000 }],
] as const)("believes no event with %s", async (_, how) => {
  const order = await placed();
  const payload = eventOf({ id: `evt_${order.id}`, session: sessionOf(order.id) });
  expect((await deliver(payload, how)).statusCode).toBe(400);
  expect(await deps.db.rows.stripeEvent.count({ where: { id: `evt_${order.id}` } })).toBe(0);
  expect(await jobs()).toEqual([]);
});

it("believes no event without a signature, and none without a body", async () => {
  const url = "/webhooks/stripe";
  const headers = { "content-type": "application/json" };
  expect((await app.inject({ method: "POST", url, headers, body: eventOf({}) })).statusCode).toBe(400);
  const signed = { "stripe-signature": Stripe.webhooks.generateTestHeaderString({ payload: "", secret }) };
  expect((await app.inject({ method: "POST", url, headers: signed })).statusCode).toBe(400);
});

it.each([
  ["no JSON", "{"],
  ["a list", "[]"],
  ["nothing it is about", JSON.stringify({ id: "evt_1", type: "invoice.paid", created: 1 })],
  ["an id that is none", eventOf({ id: "evt_\u0000" })],
])("takes %s for no event, though it is signed", async (_, payload) => {
  expect((await deliver(payload)).statusCode).toBe(400);
  expect(await jobs()).toEqual([]);
});

it("grants once, however often and in whatever order it is told", async () => {
  const order = await placed();
  const event = eventOf({ session: sessionOf(order.id) });
  expect((await deliver(event)).statusCode).toBe(200); // Before the processor itself says so.
  await settle(order.id);
  expect(await grantsOf(order.id)).toEqual([]);
  payments.say(order.id, paidWith(order.price));
  const answers = await Promise.all([
    deliver(event),
    deliver(event),
    deliver(eventOf({ session: sessionOf(order.id) })),
  ]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
  await Promise.all(Array.from({ length: 6 }, () => settle(order.id)));
  await settle(order.id);
  expect(await grantsOf(order.id)).toEqual([{ credits: order.credits }]);
  expect(await balance()).toMatchObject({ available: order.credits });
  expect(await mailsTo(deps, member.email)).toHaveLength(1);
});

it("queues nothing twice for one event sent twice", async () => {
  const order = await placed();
  const event = eventOf({ session: sessionOf(order.id) });
  await Promise.all([deliver(event), deliver(event), deliver(event)]);
  expect(await jobs()).toHaveLength(1);
});

it("loses no payment whose event came before the order knew its page", async () => {
  payments.beforeOpening(async () => {
    const { id } = await deps.db.rows.order.findFirstOrThrow({ where: { memberId: member.memberId } });
    payments.say(id as OrderId, paidWith({ amountMinor: 1, currency: "USD" }));
    expect((await deliver(eventOf({ session: sessionOf(id as OrderId) }))).statusCode).toBe(200);
  });
  const order = await placed();
  payments.say(order.id, paidWith(order.price));
  expect(await jobs()).toEqual([]);
  await deps.db.query("UPDATE credit_order SET placed_at = now() - interval '1 minute' WHERE id = $1", [order.id]);
  await sweepOrders(deps);
  expect(await jobs()).toContainEqual({ data: { orderId: order.id } });
  await settle(order.id);
  expect(await grantsOf(order.id)).toHaveLength(1);
});

it("grants nothing for another amount or another currency than was ordered", async () => {
  for (const wrong of [
    (price: Money) => ({ ...price, amountMinor: price.amountMinor - 1 }),
    (price: Money) => ({ ...price, currency: "CNY" as const }),
  ]) {
    const order = await placed();
    payments.say(order.id, paidWith(wrong(order.price)));
    const event = `evt_${order.id}`;
    await deliver(eventOf({ id: event, session: sessionOf(order.id) }));
    await settle(order.id);
    await settle(order.id);
    expect(await grantsOf(order.id)).toEqual([]);
    expect(await orderRow(order.id)).toMatchObject({
      state: "placed",
      problem: expect.stringContaining("was ordered"),
    });
    expect(await deps.db.rows.stripeEvent.findUniqueOrThrow({ where: { id: event } })).toMatchObject({
      parkedFor: "unsettled",
      problem: expect.stringContaining("nothing was granted"),
    });
    expect(await deps.db.rows.act.count({ where: { subject: order.id, act: "order.unsettled" } })).toBe(1);
    // Nobody is sent back to pay a second time.
    expect(await viewOwnOrder(deps.db, member.memberId, order.id)).toMatchObject({
      needsPerson: true,
      checkoutUrl: null,
    });
  }
});

it("grants nothing for a page that ran out, nor afterwards", async () => {
  const order = await placed();
  payments.say(order.id, { kind: "expired" });
  await settle(order.id);
  expect(await orderRow(order.id)).toMatchObject({ state: "expired", paidAt: null });
  payments.say(order.id, paidWith(order.price));
  await settle(order.id);
  expect(await grantsOf(order.id)).toEqual([]);
});

it("charges an Alipay order in CNY at the rate of its day, rounded up, and keeps that rate", async () => {
  member = await testMember(deps, { storefront: "apimodels" });
  const pack = await firstPack("apimodels");
  await deps.db.rows.pack.updateMany({ where: { id: pack.id }, data: { amountMinor: 1001 } });
  const order = await placeOrder(deps, member, {
    requestId: newId("request"),
    packId: pack.id,
    method: "alipay",
    asksToStart: true,
  });
  await deps.db.rows.pack.updateMany({ where: { id: pack.id }, data: { amountMinor: pack.amountMinor } });
  const rate = order.charged?.rate ?? "0";
  const exact = (1001n * BigInt(Math.round(Number(rate) * 10_000))) as bigint;
  const roundedUp = Number((exact + 9_999n) / 10_000n);
  expect(order.charged).toEqual({ amount: { amountMinor: roundedUp, currency: "CNY" }, rate });
  expect(payments.requests.at(-1)).toMatchObject({
    amount: { amountMinor: roundedUp, currency: "CNY" },
    method: "alipay",
  });
  payments.say(order.id, paidWith(order.price));
  await settle(order.id);
  expect(await orderRow(order.id)).toMatchObject({ state: "placed", problem: expect.stringContaining("CN") });
  payments.say(order.id, paidWith({ amountMinor: roundedUp, currency: "CNY" }));
  await settle(order.id);
  expect(await orderRow(order.id)).toMatchObject({ state: "paid", problem: null });
  expect(await grantsOf(order.id)).toEqual([{ credits: order.credits }]);
  expect((await mailsTo(deps, member.email)).at(-1)?.body).toContain("CN");
});

it("cancels after a day what never got a payment page, and asks about nothing else too early", async () => {
  payments.beforeOpening(() => Promise.reject(new Error("the processor is away")));
  await expect(placed()).rejects.toThrow("away");
  payments.beforeOpening(async () => {});
  const open = await placed();
  await sweepOrders(deps);
  expect(await deps.db.rows.order.count({ where: { memberId: member.memberId, state: "placed" } })).toBe(2);
  expect(await jobs()).not.toContainEqual({ data: { orderId: open.id } });
  await deps.db.query("UPDATE credit_order SET placed_at = now() - interval '25 hours' WHERE member_id = $1", [
    member.memberId,
  ]);
  await sweepOrders(deps);
  const states = await deps.db.rows.order.findMany({ where: { memberId: member.memberId }, select: { state: true } });
  expect(states.map(({ state }) => state).sort()).toEqual(["cancelled", "placed"]);
  expect(await orderRow(open.id)).toMatchObject({ state: "placed" });
});
