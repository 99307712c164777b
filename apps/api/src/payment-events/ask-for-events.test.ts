import { auditLedger } from "@covenant/db";
import type { StaffActor } from "@covenant/domain";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { webhookPlugin } from "../http/webhook-plugin.ts";
import { settleOrder } from "../orders/settle-order.ts";
import { seedCatalogue } from "../seed/catalogue.ts";
import { runJobs } from "../testing/run-jobs.ts";
import { buyPack, placedAtSandbox } from "../testing/sandbox-shop.ts";
import { type SandboxStripe, startSandboxStripe } from "../testing/sandbox-stripe.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testStaff } from "../testing/test-people.ts";
import { askForEvents } from "./ask-for-events.ts";
import { hearAgain } from "./hear-again.ts";
import { listPaymentEvents } from "./list-payment-events.ts";

let deps: TestDeps;
let stripe: SandboxStripe;
let app: FastifyInstance;
let staff: StaffActor;

/** The api that Stripe's webhooks go to is a real one, so what is not heard was not sent. */
beforeAll(async () => {
  app = Fastify();
  let forward: FastifyInstance | null = null;
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_, body, done) => done(null, body));
  app.removeContentTypeParser("application/json");
  app.post("/webhooks/stripe", async (request, reply) => {
    const { statusCode } = (await forward?.inject({
      method: "POST",
      url: "/webhooks/stripe",
      headers: { ...request.headers },
      body: request.body as Buffer,
    })) ?? { statusCode: 503 };
    return reply.code(statusCode).send({});
  });
  stripe = await startSandboxStripe(await app.listen({ port: 0, host: "127.0.0.1" }));
  deps = await testDeps({ payments: stripe.payments });
  await seedCatalogue(deps);
  forward = Fastify();
  await forward.register(webhookPlugin, { deps, prefix: "/webhooks" });
  const { staffId } = await testStaff(deps, { role: "support" });
  staff = { kind: "staff", staffId, roles: ["support"] };
});
afterEach(() => stripe.faults(null));
afterAll(async () => {
  expect(await auditLedger(deps.db)).toEqual([]);
  await stripe.close();
  await app.close();
  await deps.close();
});

const nothingIsSent = () => stripe.faults({ stripe: ["no-webhook"] });
const eventsAbout = (aboutId: string) => deps.db.rows.stripeEvent.findMany({ where: { aboutId } });
const parked = async (about: string) => (await listPaymentEvents(deps, { about })).rows;

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries > 600) throw new Error("it never came");
    await new Promise((resume) => setTimeout(resume, 50));
  }
}

it("finds a refund made in the dashboard whose webhook was lost", async () => {
  const { orderId, paymentIntentId } = await buyPack(deps, stripe);
  await nothingIsSent();
  const made = await stripe.dashboard.refunds.create({ payment_intent: paymentIntentId, amount: 100 });
  await askForEvents(deps);
  await runJobs(deps);
  expect(await deps.db.rows.refund.findMany({ where: { orderId } })).toMatchObject([
    { stripeRefundId: made.id, amountMinor: 100, staffId: null },
  ]);
  expect(await eventsAbout(made.id)).toMatchObject([{ heardBy: "asked", parkedFor: null }]);
});

it("finds a dispute whose webhooks were lost, and its end", async () => {
  const { orderId, paymentIntentId } = await buyPack(deps, stripe);
  await nothingIsSent();
  await stripe.control("/disputes", { payment_intent: paymentIntentId, reason: "fraudulent" });
  await askForEvents(deps);
  await runJobs(deps);
  const [dispute] = await deps.db.rows.dispute.findMany({ where: { orderId } });
  expect(dispute).toMatchObject({ state: "open" });
  await stripe.control(`/disputes/${dispute?.stripeDisputeId}`, { to: "won" });
  await askForEvents(deps);
  await runJobs(deps);
  expect(await deps.db.rows.dispute.findMany({ where: { orderId } })).toMatchObject([{ state: "won" }]);
});

it("knows a bank's question from its claim, and what Stripe prevented by how the money went", async () => {
  const stateOf = async (orderId: string) => (await deps.db.rows.dispute.findMany({ where: { orderId } }))[0]?.state;
  const asked = await buyPack(deps, stripe);
  const prevented = await buyPack(deps, stripe);
  await nothingIsSent();
  await stripe.control("/disputes", { payment_intent: asked.paymentIntentId, kind: "inquiry" });
  await stripe.control("/disputes", { payment_intent: prevented.paymentIntentId, kind: "prevented" });
  await askForEvents(deps);
  await runJobs(deps);
  expect([await stateOf(asked.orderId), await stateOf(prevented.orderId)]).toEqual(["inquiry", "prevented"]);
  await stripe.dashboard.refunds.create({ payment_intent: asked.paymentIntentId });
  await askForEvents(deps);
  await runJobs(deps);
  expect(await stateOf(asked.orderId)).toBe("dropped");
  expect(await deps.db.rows.refund.findMany({ where: { orderId: asked.orderId } })).toMatchObject([
    { state: "succeeded", reclaimed: 50_000 },
  ]);
});

it("keeps no event twice, and goes on from the newest one it has listed", async () => {
  await askForEvents(deps);
  const before = await deps.db.rows.stripeEvent.count();
  const mark = await deps.db.rows.eventWatermark.findUniqueOrThrow({ where: { id: "stripe" } });
  await Promise.all([askForEvents(deps), askForEvents(deps)]);
  expect(await deps.db.rows.stripeEvent.count()).toBe(before);
  expect(await deps.db.rows.eventWatermark.findUniqueOrThrow({ where: { id: "stripe" } })).toEqual(mark);
});

it("begins where it did before when listing broke off half-way", async () => {
  const mark = await deps.db.rows.eventWatermark.findUniqueOrThrow({ where: { id: "stripe" } });
  await stripe.faults({ stripe: ["rate-limit"] });
  await expect(askForEvents(deps)).rejects.toThrow("rate limit");
  expect(await deps.db.rows.eventWatermark.findUniqueOrThrow({ where: { id: "stripe" } })).toEqual(mark);
});

it("parks what is written in another version, and asks about it all the same", async () => {
  const { orderId, sessionId } = await placedAtSandbox(deps);
  await stripe.faults({ stripe: ["wrong-version"], only: ["checkout.session.completed"] });
  await stripe.payByCard(sessionId);
  await until(async () => (await parked(sessionId)).length === 1);
  expect(await parked(orderId)).toMatchObject([
    {
      apiVersion: "2020-08-27",
      orderId,
      parked: { reason: "version", problem: expect.stringContaining("2020-08-27") },
    },
  ]);
  await runJobs(deps);
  expect(await deps.db.rows.order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({ state: "paid" });
  expect(await parked(orderId)).toHaveLength(1);
});

it("parks what is about nothing of ours, of every noun", async () => {
  const session = await stripe.dashboard.checkout.sessions.create({
    mode: "payment",
    line_items: [{ quantity: 1, price_data: { currency: "usd", unit_amount: 500, product_data: { name: "Else" } } }],
    success_url: "http://else.test/",
  });
  await stripe.payByCard(session.id);
  const { payment_intent: intent } = await stripe.dashboard.checkout.sessions.retrieve(session.id);
  const refund = await stripe.dashboard.refunds.create({ payment_intent: String(intent), amount: 100 });
  await stripe.control("/disputes", { payment_intent: intent, reason: "fraudulent" });
  const { data } = await stripe.dashboard.disputes.list({ payment_intent: String(intent) });
  await askForEvents(deps);
  await until(async () => (await parked(session.id)).length > 0);
  await runJobs(deps);
  for (const [about, words] of [
    [session.id, "no order has this checkout"],
    [refund.id, "no order of ours was paid"],
    [data[0]?.id ?? "", "no order of ours has the payment"],
  ] as const)
    expect((await parked(about))[0]).toMatchObject({
      orderId: null,
      parked: { reason: "foreign", problem: expect.stringContaining(words) },
    });
});

it("parks the invoices of somebody else on the same account, and none of ours", async () => {
  const goods = { currency: "usd", unit_amount: 500, product_data: { name: "Else" } };
  const sold = await stripe.dashboard.checkout.sessions.create({
    mode: "payment",
    invoice_creation: { enabled: true },
    line_items: [{ quantity: 1, price_data: goods }],
    success_url: "http://else.test/",
  });
  const subscribed = await stripe.dashboard.checkout.sessions.create({
    mode: "subscription",
    line_items: [{ quantity: 1, price_data: { ...goods, recurring: { interval: "month" } } }],
    success_url: "http://else.test/",
  });
  await stripe.payByCard(sold.id);
  await stripe.payByCard(subscribed.id);
  const { orderId, sessionId } = await placedAtSandbox(deps);
  await stripe.payByCard(sessionId);
  const invoiceOf = async (id: string) => String((await stripe.dashboard.checkout.sessions.retrieve(id)).invoice);
  const { subscription } = await stripe.dashboard.checkout.sessions.retrieve(subscribed.id);
  await askForEvents(deps);
  await runJobs(deps);
  expect(await parked(await invoiceOf(sold.id))).toMatchObject([
    { type: "invoice.paid", parked: { reason: "foreign", problem: expect.stringContaining("this invoice") } },
  ]);
  const ofSubscription = await parked(String(subscription));
  expect(ofSubscription.map(({ type }) => type)).toContain("invoice.paid");
  for (const event of ofSubscription) expect(event).toMatchObject({ parked: { reason: "foreign" } });
  expect(await eventsAbout(await invoiceOf(sessionId))).toMatchObject([{ type: "invoice.paid", parkedFor: null }]);
  expect(await parked(orderId)).toEqual([]);
});

it("hears an event again once its cause is mended, on record, and takes out all about the same thing", async () => {
  const { orderId, paymentIntentId, member } = await buyPack(deps, stripe);
  await deps.db.rows.order.update({ where: { id: orderId }, data: { stripePaymentIntentId: null } });
  const made = await stripe.dashboard.refunds.create({ payment_intent: paymentIntentId, amount: 200 });
  await askForEvents(deps);
  await runJobs(deps);
  const [event] = await parked(made.id);
  expect(event).toMatchObject({ parked: { reason: "foreign" }, attempts: 1 });

  const again = { eventId: event?.id ?? "", note: "The order names its payment again." };
  await hearAgain(deps, staff, again);
  await runJobs(deps);
  expect(await parked(made.id)).toMatchObject([{ parked: { reason: "foreign" }, attempts: 2 }]);

  await deps.db.rows.order.update({ where: { id: orderId }, data: { stripePaymentIntentId: paymentIntentId } });
  await hearAgain(deps, staff, again);
  await runJobs(deps);
  expect(await parked(made.id)).toEqual([]);
  expect(await deps.db.rows.refund.count({ where: { orderId, memberId: member.memberId } })).toBe(1);
  const acts = await deps.db.rows.act.findMany({ where: { subject: again.eventId } });
  expect(acts).toMatchObject([1, 2].map(() => ({ act: "payment-event.hear-again", note: again.note })));
});

it("keeps a refund of more than is left for staff, and moves no credits for it", async () => {
  const { orderId, paymentIntentId } = await buyPack(deps, stripe);
  await deps.db.rows.order.update({ where: { id: orderId }, data: { refundedMinor: 1 } });
  const made = await stripe.dashboard.refunds.create({ payment_intent: paymentIntentId });
  await askForEvents(deps);
  await runJobs(deps);
  expect((await parked(made.id))[0]).toMatchObject({ parked: { reason: "unsettled" } });
  expect(await deps.db.rows.refund.count({ where: { orderId } })).toBe(0);
});

it("shows nothing of what an event carries", async () => {
  const { orderId, sessionId } = await placedAtSandbox(deps);
  await stripe.payByCard(sessionId);
  await askForEvents(deps);
  await settleOrder(deps, { orderId });
  const { rows } = await listPaymentEvents(deps, { show: "all", about: orderId });
  expect(rows).not.toEqual([]);
  expect(JSON.stringify(rows)).not.toContain("payer@member.test");
});
