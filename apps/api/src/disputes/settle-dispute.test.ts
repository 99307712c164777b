import { auditLedger, capture, getBalance, getOrderCredits, hold, release } from "@covenant/db";
import { credits, type HoldId, type MemberActor, newId, type OrderId } from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { placeOrder } from "../orders/place-order.ts";
import { settleOrder } from "../orders/settle-order.ts";
import type { DisputeState } from "../payments/payments.ts";
import { seedCatalogue } from "../seed/catalogue.ts";
import { mailsTo } from "../testing/mail-box.ts";
import { type ScriptedPayments, scriptedPayments } from "../testing/scripted-payments.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testMember } from "../testing/test-people.ts";
import { settleDispute } from "./settle-dispute.ts";

let deps: TestDeps;
let payments: ScriptedPayments;
let member: MemberActor & { email: string };
let orderId: OrderId;

beforeAll(async () => {
  payments = scriptedPayments({ STRIPE_WEBHOOK_SECRET: "whsec_test" });
  deps = await testDeps({ payments });
  await seedCatalogue(deps);
});
/** A member with one paid order of a hundred credits, of which ten are held and thirty spent. */
let holdId: HoldId;
beforeEach(async () => {
  member = await testMember(deps);
  const order = await placeOrder(deps, member, {
    requestId: newId("request"),
    packId: "iai-100",
    method: "card",
    asksToStart: true,
  });
  orderId = order.id;
  payments.say(orderId, { kind: "paid", paymentIntentId: `pi_${orderId}`, amount: order.price });
  await settleOrder(deps, { orderId });
  holdId = await held(10);
  await capture(deps.db, { walletId: member.memberId, holdId: await held(30), key: "captured" });
});
afterAll(async () => {
  expect(await auditLedger(deps.db)).toEqual([]);
  await deps.close();
});

async function held(amount: number): Promise<HoldId> {
  const id = newId("hold");
  const walletId = member.memberId;
  await hold(deps.db, { walletId, holdId: id, credits: credits(amount), cause: newId("generation"), key: id });
  return id;
}

const balance = () => getBalance(deps.db, member.memberId);
const processorId = () => `du_${orderId}`;
const row = () => deps.db.rows.dispute.findUniqueOrThrow({ where: { stripeDisputeId: processorId() } });

function say(state: DisputeState["state"]): Promise<void> {
  payments.sayDispute({
    processorId: processorId(),
    paymentIntentId: `pi_${orderId}`,
    amount: { amountMinor: 990, currency: "USD" },
    reason: "fraudulent",
    state,
  });
  return settleDispute(deps, { processorId: processorId() });
}

it("freezes what is unspent when the bank asks, and knows what it may lose", async () => {
  await say("open");
  expect(await balance()).toEqual({ available: 0, held: 10, frozen: 60 });
  expect(await row()).toMatchObject({ state: "open", frozen: 60, used: 40 });
  expect((await mailsTo(deps, member.email)).at(-1)?.body).toContain("60 credits of this order are frozen");
});

it("freezes what comes back to the order while the bank decides", async () => {
  await say("open");
  await release(deps.db, { walletId: member.memberId, holdId, key: "released" });
  expect(await balance()).toEqual({ available: 0, held: 0, frozen: 70 });
});

it("unfreezes all when the payment stands", async () => {
  await say("open");
  await say("won");
  expect(await balance()).toEqual({ available: 60, held: 10, frozen: 0 });
  expect(await row()).toMatchObject({ state: "won", closedAt: deps.clock.now() });
});

it("takes what is left when the money is gone, and never below zero", async () => {
  await say("open");
  await say("lost");
  expect(await balance()).toEqual({ available: 0, held: 10, frozen: 0 });
  await release(deps.db, { walletId: member.memberId, holdId, key: "released" });
  expect(await balance()).toEqual({ available: 0, held: 0, frozen: 0 });
  expect(await getOrderCredits(deps.db, orderId)).toMatchObject({ spent: 30, chargedBack: 70 });
});

it("follows the bank through every change of its mind", async () => {
  for (const state of ["open", "lost", "won", "lost", "won"] as const) await say(state);
  expect(await balance()).toEqual({ available: 60, held: 10, frozen: 0 });
  expect(await row()).toMatchObject({ state: "won", turns: 4 });
});

it("ends the same, however often, late or together it is told", async () => {
  payments.sayDispute({
    processorId: processorId(),
    paymentIntentId: `pi_${orderId}`,
    amount: { amountMinor: 990, currency: "USD" },
    reason: "fraudulent",
    state: "lost",
  });
  await Promise.all(Array.from({ length: 6 }, () => settleDispute(deps, { processorId: processorId() })));
  expect(await balance()).toEqual({ available: 0, held: 10, frozen: 0 });
  expect(await deps.db.rows.dispute.count({ where: { orderId } })).toBe(1);
});

it("touches nothing for a payment that is none of ours", async () => {
  payments.sayDispute({
    processorId: "du_foreign",
    paymentIntentId: "pi_foreign",
    amount: { amountMinor: 1, currency: "USD" },
    reason: "general",
    state: "open",
  });
  await settleDispute(deps, { processorId: "du_foreign" });
  expect(await deps.db.rows.dispute.count({ where: { stripeDisputeId: "du_foreign" } })).toBe(0);
});
