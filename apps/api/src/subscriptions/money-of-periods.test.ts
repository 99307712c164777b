import { auditLedger, getBalance } from "@covenant/db";
import { credits, type MemberActor, newId, type OrderId, type StaffActor, type SubscriptionId } from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { loadAdmissionFacts } from "../members/admission-facts.ts";
import { viewOrderFile } from "../order-files/view-order-file.ts";
import { placeOrder } from "../orders/place-order.ts";
import { settleOrder } from "../orders/settle-order.ts";
import { viewOwnOrder } from "../orders/view-own-order.ts";
import { previewRefund } from "../refunds/preview-refund.ts";
import { refundOrder } from "../refunds/refund-order.ts";
import { sendRefund } from "../refunds/send-refund.ts";
import { runJobs } from "../testing/run-jobs.ts";
import { type Subscriber, type TestBilling, testBilling } from "../testing/test-billing.ts";
import { testStaff } from "../testing/test-people.ts";
import { previewWithdrawal } from "../withdrawals/preview-withdrawal.ts";
import { withdraw } from "../withdrawals/withdraw.ts";
import { changePlan } from "./change-plan.ts";
import { endWithdrawn } from "./end-withdrawn.ts";
import { keepSubscription } from "./keep-subscription.ts";
import { previewPlanChange } from "./preview-plan-change.ts";
import { viewOwnSubscription } from "./view-own-subscription.ts";

let billing: TestBilling;
let staff: StaffActor;
let payer: Subscriber;
let id: SubscriptionId;

beforeAll(async () => {
  billing = await testBilling();
  staff = await testStaff(billing.deps);
});
beforeEach(async () => {
  payer = await billing.payer("2027-01-31T12:00:00Z");
  id = await billing.subscribed(payer);
});
afterAll(async () => {
  expect(await auditLedger(billing.deps.db)).toEqual([]);
  await billing.close();
});

const order = () => billing.deps.db.rows.order.findFirstOrThrow({ where: { subscriptionId: id } });
const balance = ({ memberId }: MemberActor) => getBalance(billing.deps.db, memberId);
const control = (path: string, body: object) =>
  fetch(`${billing.sandbox.url}/control/stripe${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

const atStripe = async () => billing.stripe.subscriptions.retrieve((await billing.row(id)).stripeSubscriptionId ?? "");
const subjectsTo = async ({ email }: Subscriber) =>
  (await billing.deps.db.rows.mail.findMany({ where: { recipient: email } })).map(({ subject }) => subject);

/** What the preview of a withdrawal shows, as a request wants it back. */
async function planOf(of: { id: string }) {
  const plan = await previewWithdrawal(billing.deps, payer, { orderId: of.id as OrderId });
  expect(plan).toMatchObject({ isPossible: true, fourteenthDay: "2027-02-14", lastDay: "2027-02-15" });
  return { expected: plan?.moves ?? { amountMinor: 0, reclaim: credits(0) }, effects: plan?.effects ?? [] };
}

/** The order of an upgrade to the larger plan, made the day after. */
async function upgraded() {
  await billing.go(payer, new Date("2027-02-01T12:00:00Z"));
  const planId = "iai-creator";
  const { payNow, creditsNow } = await previewPlanChange(billing.deps, payer, { planId });
  const expected = { payNowMinor: payNow.amountMinor, creditsNow };
  await changePlan(billing.deps, payer, { planId, requestId: newId("request"), expected });
  expect(await billing.row(id)).toMatchObject({ planId });
  return billing.deps.db.rows.order.findFirstOrThrow({ where: { subscriptionId: id }, orderBy: { paidAt: "desc" } });
}

it("pays a period back by the payment of its invoice, within the days of the subscription's beginning", async () => {
  const { id: orderId } = await order();
  const question = { orderId: orderId as OrderId, ground: "withdrawal", chosen: null } as const;
  const { moves } = await previewRefund(billing.deps, question);
  expect(moves).toEqual({ reclaim: 150, goodwill: 0, amountMinor: 990 });
  const request = { ...question, requestId: newId("request"), note: "By mail.", expected: moves };
  const refund = await refundOrder(billing.deps, staff, request);
  expect((await balance(payer)).available).toBe(0);
  await sendRefund(billing.deps, { refundId: refund.id });
  const { data } = await billing.stripe.refunds.list({
    payment_intent: (await order()).stripePaymentIntentId ?? "",
  });
  expect(data).toMatchObject([{ amount: 990 }]);
  await billing.until(async () => {
    const { state } = await billing.deps.db.rows.refund.findUniqueOrThrow({ where: { id: refund.id } });
    return state === "succeeded";
  });

  // Whoever withdraws is not charged again, and has nothing left that could be kept unpaid.
  await endWithdrawn(billing.deps);
  await billing.settle(id);
  expect(await billing.row(id)).toMatchObject({ state: "ended", cancelledBy: "withdrawal" });
  expect((await atStripe()).status).toBe("canceled");
  await expect(keepSubscription(billing.deps, payer)).rejects.toMatchObject({ code: "thing/not-found" });
  await endWithdrawn(billing.deps);
  expect(await billing.row(id)).toMatchObject({ state: "ended" });
  expect(await subjectsTo(payer)).toEqual(
    expect.arrayContaining([
      expect.stringContaining("you withdrew from your order"),
      expect.stringContaining("you withdrew from your subscription"),
    ]),
  );
  expect(await subjectsTo(payer)).not.toContainEqual(expect.stringContaining("cancelled"));
});

/** As staff enter it for a member who wrote to them. */
async function withdrawnAtDesk(orderId: OrderId) {
  const question = { orderId, ground: "withdrawal", chosen: null } as const;
  const { moves: expected } = await previewRefund(billing.deps, question);
  await refundOrder(billing.deps, staff, { ...question, requestId: newId("request"), note: "By mail.", expected });
}

it("ends the subscription with a withdrawal that staff enter, before any sweep, and shows it to both", async () => {
  const orderId = (await order()).id as OrderId;
  await withdrawnAtDesk(orderId);
  await billing.until(async () => (await billing.row(id)).state === "ended");
  expect((await viewOrderFile(billing.deps, orderId)).subscription).toMatchObject({
    state: "ended",
    cancelledBy: "withdrawal",
    renewal: null,
  });
  expect(await viewOwnSubscription(billing.deps, payer)).toMatchObject({ state: "ended", renewal: null });
  expect(await subjectsTo(payer)).toContainEqual(expect.stringContaining("you withdrew from your subscription"));
});

it("falls back once from an upgrade that staff enter the withdrawal from, though job and sweep come together", async () => {
  const upgrade = await upgraded();
  await withdrawnAtDesk(upgrade.id as OrderId);
  await Promise.all([runJobs(billing.deps), endWithdrawn(billing.deps)]);
  await billing.until(async () => (await billing.row(id)).planId === "iai-starter");
  expect(await billing.deps.db.rows.act.count({ where: { subject: id, act: "subscription.fall-back" } })).toBe(1);
  const told = (await subjectsTo(payer)).filter((subject) => subject.includes("you withdrew from your upgrade"));
  expect(told).toHaveLength(1);
});

it("leaves the plan before an upgrade to whoever withdraws from the upgrade, and ends nothing", async () => {
  const upgrade = await upgraded();
  const { expected } = await planOf(upgrade);
  expect(expected.reclaim).toBe(upgrade.credits);
  await withdraw(billing.deps, payer, { requestId: newId("request"), orderId: upgrade.id as OrderId, expected });
  await billing.settle(id);
  expect(await billing.row(id)).toMatchObject({
    state: "active",
    planId: "iai-starter",
    renewalPriceId: null,
    cancelledAt: null,
  });
  expect((await balance(payer)).available).toBe(150);
  expect((await atStripe()).items.data[0]?.price.unit_amount).toBe(990);
  expect(await subjectsTo(payer)).toContainEqual(expect.stringContaining("you withdrew from your upgrade"));
  await endWithdrawn(billing.deps);
  expect(await billing.deps.db.rows.act.count({ where: { subject: id, act: "subscription.fall-back" } })).toBe(1);
});

it("gives an upgrade back with the period it was for, previewed as one sum, and ends the whole", async () => {
  const upgrade = await upgraded();
  const first = await billing.deps.db.rows.order.findFirstOrThrow({
    where: { subscriptionId: id },
    orderBy: { paidAt: "asc" },
  });
  const { expected, effects } = await planOf(first);
  expect(expected).toEqual({ amountMinor: 990 + upgrade.chargedMinor, reclaim: 150 + upgrade.credits });
  expect(effects.join(" ")).toContain("ends at once");
  const request = { requestId: newId("request"), orderId: first.id as OrderId, expected };
  const other = { ...request, expected: { ...expected, amountMinor: expected.amountMinor - 1 } };
  await expect(withdraw(billing.deps, payer, other)).rejects.toMatchObject({ code: "refund/plan-changed" });
  await withdraw(billing.deps, payer, request);
  await withdraw(billing.deps, payer, request);
  expect(await billing.row(id)).toMatchObject({ state: "ended", cancelledBy: "withdrawal" });
  expect(await billing.deps.db.rows.refund.count({ where: { order: { subscriptionId: id } } })).toBe(2);
  expect((await balance(payer)).available).toBe(0);
  await billing.settle(id);
  expect((await atStripe()).status).toBe("canceled");
});

it("has a withdrawal by mail hold from its arrival, though its days are over when staff come to it", async () => {
  const { id: orderId, paidAt } = await order();
  const receivedAt = new Date((paidAt ?? new Date()).getTime() + 3_600_000).toISOString();
  await billing.go(payer, new Date("2027-02-20T12:00:00Z"));
  const question = { orderId: orderId as OrderId, ground: "withdrawal", chosen: null } as const;
  expect((await previewRefund(billing.deps, question)).outcome).toBe("ask-person");
  const { moves } = await previewRefund(billing.deps, { ...question, receivedAt });
  expect(moves.amountMinor).toBe(990);
  const tomorrow = new Date(billing.deps.clock.now().getTime() + 86_400_000).toISOString();
  await expect(previewRefund(billing.deps, { ...question, receivedAt: tomorrow })).rejects.toMatchObject({
    code: "request/invalid",
  });
  const request = { ...question, receivedAt, requestId: newId("request"), note: "By mail.", expected: moves };
  expect(await refundOrder(billing.deps, staff, request)).toMatchObject({ receivedAt });
  await endWithdrawn(billing.deps);
  expect(await billing.row(id)).toMatchObject({
    state: "ended",
    cancelledBy: "withdrawal",
    cancelledAt: new Date(receivedAt),
  });
});

it("gives a renewal no new days to withdraw in", async () => {
  await billing.go(payer, new Date("2027-02-28T14:00:00Z"));
  await billing.settle(id);
  const renewal = await billing.deps.db.rows.order.findFirstOrThrow({
    where: { subscriptionId: id },
    orderBy: { paidAt: "desc" },
  });
  const question = { orderId: renewal.id as OrderId, ground: "withdrawal", chosen: null } as const;
  const { moves } = await previewRefund(billing.deps, question);
  expect(moves).toEqual({ reclaim: 0, goodwill: 0, amountMinor: 0 });
});

it("freezes a period's credits while its payment is disputed, and gives them back when that is won", async () => {
  const { stripePaymentIntentId: payment_intent } = await order();
  await control("/disputes", { payment_intent });
  await billing.until(async () => (await balance(payer)).frozen === 150);
  const [dispute] = await billing.deps.db.rows.dispute.findMany({ where: { memberId: payer.memberId } });
  await control(`/disputes/${dispute?.stripeDisputeId}`, { to: "under_review" });
  await control(`/disputes/${dispute?.stripeDisputeId}`, { to: "won" });
  await billing.until(async () => (await balance(payer)).available === 150);
});

it("lets nobody generate on, and charges nobody again, after the bank took a period's payment back", async () => {
  const { stripePaymentIntentId: payment_intent } = await order();
  await control("/disputes", { payment_intent });
  await billing.until(async () => (await balance(payer)).frozen === 150);
  const [dispute] = await billing.deps.db.rows.dispute.findMany({ where: { memberId: payer.memberId } });
  const facts = () => loadAdmissionFacts(billing.deps.db, payer, { at: billing.deps.clock.now(), to: "generate" });
  expect((await facts()).membership).toMatchObject({ state: "active" });
  await control(`/disputes/${dispute?.stripeDisputeId}`, { to: "lost" });
  await billing.until(async () => (await balance(payer)).frozen === 0);
  expect((await facts()).membership).toMatchObject({ state: "ended" });
  await endWithdrawn(billing.deps);
  await billing.settle(id);
  expect(await billing.row(id)).toMatchObject({ state: "cancelling" });
});

it("leaves an invoice with a pack too, to which its order leads", async () => {
  const placed = await placeOrder(billing.deps, payer, {
    requestId: newId("request"),
    packId: "iai-100",
    method: "card",
    asksToStart: true,
  });
  const { stripeSessionId } = await billing.deps.db.rows.order.findUniqueOrThrow({ where: { id: placed.id } });
  await billing.payPage(stripeSessionId ?? "");
  await settleOrder(billing.deps, { orderId: placed.id });
  const { state, invoiceUrl } = await viewOwnOrder(billing.deps.db, payer.memberId, placed.id);
  expect(state).toBe("paid");
  expect(await (await fetch(invoiceUrl ?? "")).text()).toContain("$9.90");
});
