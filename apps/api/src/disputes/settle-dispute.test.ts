import { auditLedger, capture, getBalance, getOrderCredits, hold, release } from "@covenant/db";
import {
  type CaseId,
  credits,
  type HoldId,
  type MemberActor,
  newId,
  type OrderId,
  type StaffActor,
} from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { closeCase } from "../cases/close-case.ts";
import { viewCase } from "../decisions/view-case.ts";
import { viewCaseFile } from "../decisions/view-case-file.ts";
import { placeOrder } from "../orders/place-order.ts";
import { settleOrder } from "../orders/settle-order.ts";
import type { DisputeState } from "../payments/payments.ts";
import { previewRefund } from "../refunds/preview-refund.ts";
import { seedCatalogue } from "../seed/catalogue.ts";
import { mailsTo } from "../testing/mail-box.ts";
import { type ScriptedPayments, scriptedPayments } from "../testing/scripted-payments.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testMember, testStaff } from "../testing/test-people.ts";
import { settleDispute } from "./settle-dispute.ts";
import { settleWarning } from "./settle-warning.ts";

let deps: TestDeps;
let payments: ScriptedPayments;
let member: MemberActor & { email: string };
let orderId: OrderId;
let staff: StaffActor;

beforeAll(async () => {
  payments = scriptedPayments({ STRIPE_WEBHOOK_SECRET: "whsec_test" });
  deps = await testDeps({ payments });
  await seedCatalogue(deps);
  const { staffId } = await testStaff(deps, { role: "support" });
  staff = { kind: "staff", staffId, roles: ["support"] };
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

const disputed = (amountMinor = 990) => ({
  processorId: processorId(),
  paymentIntentId: `pi_${orderId}`,
  amount: { amountMinor, currency: "USD" } as const,
  reason: "fraudulent",
});

function say(state: NonNullable<DisputeState["state"]>, amountMinor?: number): Promise<void> {
  payments.sayDispute({ ...disputed(amountMinor), state, said: state });
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

it("moves nothing while a bank only asks, and still lets the payment be given back", async () => {
  await say("inquiry");
  expect(await balance()).toEqual({ available: 60, held: 10, frozen: 0 });
  expect(await row()).toMatchObject({ state: "inquiry", frozen: 0, closedAt: null });
  const { body } = (await mailsTo(deps, member.email)).at(-1) ?? {};
  expect(body).toContain("It has taken nothing back");
  const question = { orderId, ground: "withdrawal", chosen: null } as const;
  expect(await previewRefund(deps, question)).toMatchObject({ outcome: "refund", moves: { reclaim: 60 } });
  await say("dropped");
  expect(await balance()).toEqual({ available: 60, held: 10, frozen: 0 });
  expect(await row()).toMatchObject({ state: "dropped", closedAt: deps.clock.now() });
});

it("freezes once a question becomes a dispute, with what was used by then", async () => {
  await say("inquiry");
  await capture(deps.db, { walletId: member.memberId, holdId: await held(20), key: "used-since" });
  await say("open");
  expect(await balance()).toEqual({ available: 0, held: 10, frozen: 40 });
  expect(await row()).toMatchObject({ state: "open", frozen: 40, used: 60 });
  await say("won");
  expect(await balance()).toEqual({ available: 40, held: 10, frozen: 0 });
});

it("takes the credits of a payment that went back before a dispute came of it, and pays out no second time", async () => {
  await say("prevented");
  expect(await balance()).toEqual({ available: 0, held: 10, frozen: 0 });
  expect(await cases()).toMatchObject([{ kind: "shortfall", facts: { taken: 60, used: 40 } }]);
  expect((await mailsTo(deps, member.email)).at(-1)?.body).toContain("before a dispute came of it");
  const question = { orderId, ground: "billing-error", chosen: null } as const;
  expect(await previewRefund(deps, question)).toMatchObject({ outcome: "none" });
});

it("leaves a word of the processor that nobody knows for staff, and moves nothing", async () => {
  const event = { id: `evt_${newId("request")}`, type: "charge.dispute.updated", payload: {}, attempts: 1 };
  const about = { aboutNoun: "dispute", aboutId: processorId() };
  await deps.db.rows.stripeEvent.create({ data: { ...event, ...about, heardBy: "webhook", receivedAt: new Date() } });
  payments.sayDispute({ ...disputed(), state: null, said: "under_the_moon" });
  await settleDispute(deps, { processorId: processorId() });
  expect(await deps.db.rows.stripeEvent.findUniqueOrThrow({ where: { id: event.id } })).toMatchObject({
    parkedFor: "unsettled",
    problem: expect.stringContaining("under_the_moon"),
  });
  expect(await balance()).toEqual({ available: 60, held: 10, frozen: 0 });
});

it("takes what a refund has left of the credits when the bank takes what it has left of the money", async () => {
  await deps.db.rows.order.update({ where: { id: orderId }, data: { refundedMinor: 390 } });
  await say("open", 600);
  await say("lost", 600);
  expect(await balance()).toEqual({ available: 0, held: 10, frozen: 0 });
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

it("takes no credits where the bank takes back a part of the payment, and asks a person", async () => {
  await say("open", 400);
  expect(await balance()).toEqual({ available: 0, held: 10, frozen: 60 });
  await say("lost", 400);
  expect(await balance()).toEqual({ available: 60, held: 10, frozen: 0 });
  expect((await cases()).map(({ facts }) => facts)).toMatchObject([{ taken: 0, lost: { amountMinor: 400 } }]);
  expect((await mailsTo(deps, member.email)).at(-1)?.body).toContain("No credits of this order were taken");
  for (const state of ["won", "lost", "won"] as const) await say(state, 400);
  expect(await balance()).toEqual({ available: 60, held: 10, frozen: 0 });
});

it("follows the bank through every change of its mind", async () => {
  for (const state of ["open", "lost", "won", "lost", "won"] as const) await say(state);
  expect(await balance()).toEqual({ available: 60, held: 10, frozen: 0 });
  expect(await row()).toMatchObject({ state: "won", turns: 4 });
});

it("ends the same, however often, late or together it is told", async () => {
  payments.sayDispute({ ...disputed(), state: "lost", said: "lost" });
  await Promise.all(Array.from({ length: 6 }, () => settleDispute(deps, { processorId: processorId() })));
  expect(await balance()).toEqual({ available: 0, held: 10, frozen: 0 });
  expect(await deps.db.rows.dispute.count({ where: { orderId } })).toBe(1);
});

const cases = () => deps.db.rows.case.findMany({ where: { orderId }, include: { decision: true } });

it("opens a case for what a lost dispute cost, once, and closes it by itself when an appeal wins", async () => {
  await say("open");
  expect(await cases()).toEqual([]);
  await say("lost");
  await say("lost");
  const facts = { kind: "shortfall", by: "dispute", taken: 60, used: 40 };
  const lost = { amountMinor: 396, currency: "USD" };
  expect(await cases()).toMatchObject([{ state: "open", kind: "shortfall", facts: { ...facts, lost } }]);
  await say("won");
  expect(await cases()).toMatchObject([{ state: "closed", outcome: "closed", decision: null }]);
  await say("lost");
  expect(await cases()).toMatchObject([{ state: "open", outcome: null }]);
});

it("leaves closed what a person closed, with their note on record", async () => {
  await say("open");
  await say("lost");
  const [opened] = await cases();
  const caseId = opened?.id as CaseId;
  const request = { requestId: newId("request"), caseId, note: "Written off." };
  await Promise.all([1, 2, 3].map(() => closeCase(deps, staff, request)));
  await expect(closeCase(deps, staff, { ...request, requestId: newId("request") })).rejects.toMatchObject({
    code: "case/already-decided",
  });
  await say("won");
  await say("lost");
  expect(await cases()).toMatchObject([{ state: "closed", decision: { note: "Written off." } }]);
  expect(await deps.db.rows.act.count({ where: { subject: caseId, act: "case.closed" } })).toBe(1);
  expect(await viewCaseFile(deps, staff, caseId)).toMatchObject({
    kind: "shortfall",
    orderId,
    closing: { by: "Test staff", note: "Written off." },
  });
  await expect(viewCase(deps, staff, caseId)).rejects.toMatchObject({ code: "thing/not-found" });
});

it("opens a case when a bank warns of a payment, and none when the money is gone or disputed already", async () => {
  const warn = (id: string, paymentIntentId: string) => {
    payments.sayWarning({ processorId: id, paymentIntentId, fraudType: "made_with_lost_card" });
    return settleWarning(deps, { processorId: id });
  };
  await warn(`issfr_1_${orderId}`, `pi_${orderId}`);
  await warn(`issfr_1_${orderId}`, `pi_${orderId}`);
  await warn("issfr_foreign", "pi_foreign");
  await say("open");
  await warn(`issfr_2_${orderId}`, `pi_${orderId}`);
  const facts = {
    kind: "fraud-warning",
    amount: { amountMinor: 990, currency: "USD" },
    fraudType: "made_with_lost_card",
  };
  expect(await cases()).toMatchObject([{ state: "open", kind: "fraud-warning", facts }]);
  expect(await balance()).toMatchObject({ frozen: 60 });
});

it("touches nothing for a payment that is none of ours", async () => {
  payments.sayDispute({
    processorId: "du_foreign",
    paymentIntentId: "pi_foreign",
    amount: { amountMinor: 1, currency: "USD" },
    reason: "general",
    state: "open",
    said: "needs_response",
  });
  await settleDispute(deps, { processorId: "du_foreign" });
  expect(await deps.db.rows.dispute.count({ where: { stripeDisputeId: "du_foreign" } })).toBe(0);
});
