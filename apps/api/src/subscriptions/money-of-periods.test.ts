import { auditLedger, getBalance } from "@covenant/db";
import { type MemberActor, newId, type OrderId, type StaffActor, type SubscriptionId } from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { loadAdmissionFacts } from "../members/admission-facts.ts";
import { placeOrder } from "../orders/place-order.ts";
import { settleOrder } from "../orders/settle-order.ts";
import { viewOwnOrder } from "../orders/view-own-order.ts";
import { previewRefund } from "../refunds/preview-refund.ts";
import { refundOrder } from "../refunds/refund-order.ts";
import { sendRefund } from "../refunds/send-refund.ts";
import { type Subscriber, type TestBilling, testBilling } from "../testing/test-billing.ts";
import { testStaff } from "../testing/test-people.ts";
import { endWithdrawn } from "./end-withdrawn.ts";
import { keepSubscription } from "./keep-subscription.ts";

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

  // Whoever withdraws is not charged again, and may still keep it after all.
  await endWithdrawn(billing.deps);
  await billing.settle(id);
  expect(await billing.row(id)).toMatchObject({ state: "cancelling", cancelledBy: "billing-page" });
  expect(
    (await billing.stripe.subscriptions.retrieve((await billing.row(id)).stripeSubscriptionId ?? ""))
      .cancel_at_period_end,
  ).toBe(true);
  await keepSubscription(billing.deps, payer);
  await endWithdrawn(billing.deps);
  expect(await billing.row(id)).toMatchObject({ state: "active", cancelledAt: null });
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
