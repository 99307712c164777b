import { auditLedger, capture, getBalance, getOrderCredits, hold } from "@covenant/db";
import {
  credits,
  duration,
  type MemberActor,
  newId,
  type OrderId,
  type PaymentMethod,
  type RefundGround,
  type RefundId,
  type RefundWay,
  type StaffActor,
} from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { listOrders } from "../orders/list-orders.ts";
import { placeOrder } from "../orders/place-order.ts";
import { settleOrder } from "../orders/settle-order.ts";
import { PaymentRefused } from "../payments/payments.ts";
import { seedCatalogue } from "../seed/catalogue.ts";
import { mailsTo } from "../testing/mail-box.ts";
import { processorIdOf, type ScriptedPayments, scriptedPayments } from "../testing/scripted-payments.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testMember, testStaff } from "../testing/test-people.ts";
import { previewRefund } from "./preview-refund.ts";
import { refundOrder } from "./refund-order.ts";
import { returnTransfer } from "./return-transfer.ts";
import { sendRefund } from "./send-refund.ts";
import { settleRefund } from "./settle-refund.ts";

let deps: TestDeps;
let payments: ScriptedPayments;
let staff: StaffActor;
let member: MemberActor & { email: string };

beforeAll(async () => {
  payments = scriptedPayments({ STRIPE_WEBHOOK_SECRET: "whsec_test" });
  deps = await testDeps({ payments });
  await seedCatalogue(deps);
  const { staffId } = await testStaff(deps, { role: "support" });
  staff = { kind: "staff", staffId, roles: ["support"] };
});
beforeEach(async () => {
  payments.beforeRefunding(async () => {});
  member = await testMember(deps);
});
afterAll(async () => {
  expect(await auditLedger(deps.db)).toEqual([]);
  await deps.close();
});

const balance = () => getBalance(deps.db, member.memberId);
const orderRow = (id: OrderId) => deps.db.rows.order.findUniqueOrThrow({ where: { id } });
const refundRow = (id: RefundId) => deps.db.rows.refund.findUniqueOrThrow({ where: { id } });
const paymentOf = (id: OrderId) => `pi_${id}`;

/** A paid order of the storefront's first pack. */
async function paid(method: PaymentMethod = "card"): Promise<OrderId> {
  const pack = await deps.db.rows.pack.findFirstOrThrow({
    where: { storefront: member.storefront },
    orderBy: { position: "asc" },
  });
  const order = await placeOrder(deps, member, {
    requestId: newId("request"),
    packId: pack.id,
    method,
    asksToStart: true,
  });
  const amount = order.charged?.amount ?? order.price;
  payments.say(order.id, { kind: "paid", paymentIntentId: paymentOf(order.id), amount });
  await settleOrder(deps, { orderId: order.id });
  return order.id;
}

/** Spends credits of whatever lot is due first. */
async function spend(amount: number): Promise<void> {
  const holdId = newId("hold");
  const walletId = member.memberId;
  await hold(deps.db, { walletId, holdId, credits: credits(amount), cause: newId("generation"), key: `${holdId}.h` });
  await capture(deps.db, { walletId, holdId, key: `${holdId}.c` });
}

async function previewed(orderId: OrderId, ground: RefundGround, chosen: number | null = null, way?: RefundWay) {
  const by = way === undefined ? {} : { way };
  const question = { orderId, ground, chosen: chosen === null ? null : credits(chosen), ...by };
  const plan = await previewRefund(deps, question);
  return { ...question, requestId: newId("request"), note: "Asked for by mail.", expected: plan.moves };
}

const refunded = async (orderId: OrderId, ground: RefundGround, chosen: number | null = null) =>
  refundOrder(deps, staff, await previewed(orderId, ground, chosen));

const answer = (orderId: OrderId, refundId: RefundId, amountMinor: number) => ({
  processorId: processorIdOf(refundId),
  refundId,
  paymentIntentId: paymentOf(orderId),
  amount: { amountMinor, currency: "USD" as const },
});

it("takes the unspent credits first, then sends the money, and tells the member once it is on its way", async () => {
  const orderId = await paid();
  await spend(40);
  const { id, moves } = await refunded(orderId, "withdrawal");
  expect(moves).toEqual({ reclaim: 60, goodwill: 0, amountMinor: 594 });
  expect(await balance()).toMatchObject({ available: 0 });
  expect(payments.refunds.filter(({ refundId }) => refundId === id)).toEqual([]);

  await sendRefund(deps, { refundId: id });
  expect(await refundRow(id)).toMatchObject({ state: "pending", stripeRefundId: processorIdOf(id) });
  payments.sayRefund({ ...answer(orderId, id, 594), state: "succeeded" });
  await Promise.all([1, 2, 3].map(() => settleRefund(deps, { processorId: processorIdOf(id) })));
  expect(await refundRow(id)).toMatchObject({ state: "succeeded", endedAt: deps.clock.now() });
  expect(await orderRow(orderId)).toMatchObject({ refundedMinor: 594 });
  const mails = await mailsTo(deps, member.email);
  expect(mails.filter(({ subject }) => subject.includes("refund"))).toMatchObject([
    { body: expect.stringContaining("$5.94") },
  ]);
});

it("gives everything back as it was when a refund fails, also one that had succeeded", async () => {
  const orderId = await paid();
  await spend(10);
  const before = [await balance(), await getOrderCredits(deps.db, orderId)];
  const { id } = await refunded(orderId, "withdrawal");
  await sendRefund(deps, { refundId: id });
  payments.sayRefund({ ...answer(orderId, id, 891), state: "succeeded" });
  await settleRefund(deps, { processorId: processorIdOf(id) });
  payments.sayRefund({ ...answer(orderId, id, 891), state: "failed", problem: "lost_or_stolen_card" });
  await Promise.all([1, 2, 3].map(() => settleRefund(deps, { processorId: processorIdOf(id) })));
  expect([await balance(), await getOrderCredits(deps.db, orderId)]).toEqual(before);
  expect(await refundRow(id)).toMatchObject({ state: "failed", problem: "lost_or_stolen_card" });
  expect(await orderRow(orderId)).toMatchObject({ refundedMinor: 0 });
});

it("gives the credits back at once where the processor will not send the money", async () => {
  const orderId = await paid();
  const { id } = await refunded(orderId, "billing-error");
  payments.beforeRefunding(() => Promise.reject(new PaymentRefused("The charge is disputed.")));
  await sendRefund(deps, { refundId: id });
  expect(await refundRow(id)).toMatchObject({ state: "failed", problem: "The charge is disputed." });
  expect(await balance()).toMatchObject({ available: 100 });
});

it("keeps a refund whose sending broke off for the next try", async () => {
  const orderId = await paid();
  const { id } = await refunded(orderId, "billing-error");
  payments.beforeRefunding(() => Promise.reject(new Error("no answer")));
  await expect(sendRefund(deps, { refundId: id })).rejects.toThrow("no answer");
  expect(await refundRow(id)).toMatchObject({ state: "asked" });
  expect(await balance()).toMatchObject({ available: 0 });
});

it("does what the preview showed, or nothing", async () => {
  const orderId = await paid();
  const asked = await previewed(orderId, "withdrawal");
  await spend(1);
  await expect(refundOrder(deps, staff, asked)).rejects.toMatchObject({
    code: "refund/plan-changed",
    facts: { reclaim: 99, amountMinor: 980 },
  });
  expect(await deps.db.rows.refund.count({ where: { orderId } })).toBe(0);
  expect(await balance()).toMatchObject({ available: 99 });
});

it("is one refund for one request sent twice and at once, and one payment's worth for two requests", async () => {
  const orderId = await paid();
  const asked = await previewed(orderId, "billing-error");
  const rows = await Promise.all([1, 2, 3, 4].map(() => refundOrder(deps, staff, asked)));
  expect(new Set(rows.map(({ id }) => id)).size).toBe(1);
  await expect(refundOrder(deps, staff, { ...asked, requestId: newId("request") })).rejects.toMatchObject({
    code: "refund/plan-changed",
  });
  expect(await orderRow(orderId)).toMatchObject({ refundedMinor: 990 });
});

it("leaves case by case to a person, up to what is unspent", async () => {
  const orderId = await paid();
  await spend(30);
  expect(await previewRefund(deps, { orderId, ground: "case-by-case", chosen: null })).toMatchObject({
    outcome: "ask-person",
    choosable: 70,
  });
  const { moves } = await refunded(orderId, "case-by-case", 50);
  expect(moves).toEqual({ reclaim: 50, goodwill: 0, amountMinor: 495 });
  expect(await balance()).toMatchObject({ available: 20 });
});

it("refuses a choice of more than is unspent, and one where there is none", async () => {
  const orderId = await paid();
  await spend(30);
  const asked = { orderId, chosen: credits(71) };
  await expect(previewRefund(deps, { ...asked, ground: "case-by-case" })).rejects.toMatchObject({
    code: "request/invalid",
    facts: { field: "chosen", reason: expect.stringContaining("70 credits") },
  });
  await expect(previewRefund(deps, { ...asked, ground: "withdrawal" })).rejects.toMatchObject({
    code: "request/invalid",
  });
});

it("pays out nothing while the bank looks into the payment", async () => {
  const orderId = await paid();
  const dispute = { orderId, stripeDisputeId: `du_${orderId}`, reason: "fraudulent", state: "open" };
  const { memberId, storefront } = member;
  await deps.db.rows.dispute.create({
    data: {
      id: newId("dispute"),
      openedAt: deps.clock.now(),
      memberId,
      storefront,
      amountMinor: 990,
      currency: "USD",
      frozen: 0,
      used: 0,
      ...dispute,
    },
  });
  const plan = await previewRefund(deps, { orderId, ground: "withdrawal", chosen: null });
  expect(plan).toMatchObject({ outcome: "none", moves: { reclaim: 0, amountMinor: 0 } });
  await expect(refunded(orderId, "withdrawal")).rejects.toMatchObject({ code: "refund/not-due" });
});

it("gives credits in place of money that Alipay takes back no more after ninety days", async () => {
  member = await testMember(deps, { storefront: "apimodels" });
  const orderId = await paid("alipay");
  const { available } = await balance();
  deps.clock.advance(duration.days(91));
  const { moves, state } = await refunded(orderId, "billing-error");
  expect(moves).toMatchObject({ reclaim: 0, amountMinor: 0 });
  expect(moves.goodwill).toBeGreaterThan(0);
  expect(state).toBe("succeeded");
  expect(await balance()).toMatchObject({ available: available + moves.goodwill });
  expect((await mailsTo(deps, member.email)).at(-1)?.body).toContain("If you want the money, write to us");
});

it("gives nothing back for credits that are said to be missing and came, and says that they did", async () => {
  const orderId = await paid();
  const plan = await previewRefund(deps, { orderId, ground: "not-delivered", chosen: null });
  expect(plan).toMatchObject({ outcome: "none", moves: { reclaim: 0, amountMinor: 0 } });
  expect(plan.explanation).toContain("The credits of the order came");
  expect(plan.effects).toEqual(["The order's 100 credits came; 100 of them are unspent.", "Nothing moves."]);
  await expect(refunded(orderId, "not-delivered")).rejects.toMatchObject({ code: "refund/not-due" });
});

it("finds the second charge of a duplicate, and where there is none says so and what else to choose", async () => {
  const orderId = await paid();
  const question = { orderId, ground: "duplicate-charge", chosen: null } as const;
  const none = {
    code: "request/invalid",
    facts: { field: "ground", reason: expect.stringContaining("no second charge") },
  };
  await expect(previewRefund(deps, question)).rejects.toMatchObject(none);
  const buyer = member;
  member = await testMember(deps, { storefront: buyer.storefront });
  await paid();
  member = buyer;
  await expect(previewRefund(deps, question)).rejects.toMatchObject(none);
  deps.clock.advance(duration.days(4));
  await paid();
  await expect(previewRefund(deps, question)).rejects.toMatchObject(none);
  const last = await paid();
  const twins = await previewRefund(deps, { ...question, orderId: last });
  expect(twins).toMatchObject({ outcome: "refund", moves: { reclaim: 100, amountMinor: 990 } });
  expect(twins.effects[0]).toMatch(/^Order ord_.* with the same amount, stays as it is\.$/);
  const standings = async () => (await listOrders(deps, member, undefined)).rows.map(({ standing }) => standing);
  expect(await standings()).toEqual(["paid", "paid", "paid"]);
  const { id } = await refunded(last, "duplicate-charge");
  await sendRefund(deps, { refundId: id });
  expect(await standings()).toEqual(["refunding", "paid", "paid"]);
  const kept = await deps.db.rows.order.findFirstOrThrow({
    where: { memberId: member.memberId, id: { notIn: [orderId, last] } },
  });
  // Its twin has its money back by now: nobody gets both.
  await expect(previewRefund(deps, { ...question, orderId: kept.id as OrderId })).rejects.toMatchObject(none);
});

it("lets a person send by transfer what Alipay takes back no more, and takes the doubled order's credits for it", async () => {
  member = await testMember(deps, { storefront: "apimodels" });
  const [kept, doubled] = [await paid("alipay"), await paid("alipay")];
  deps.clock.advance(duration.days(91));
  const question = { orderId: doubled, ground: "duplicate-charge", chosen: null } as const;
  const plan = await previewRefund(deps, question);
  expect(plan).toMatchObject({ outcome: "goodwill", canTransfer: true });
  expect(plan.effects.join(" ")).toContain("Choose the bank transfer");

  const sentBefore = payments.refunds.length;
  const request = await previewed(doubled, "duplicate-charge", null, "transfer");
  const { id, moves, state } = await refundOrder(deps, staff, request);
  const { chargedMinor } = await orderRow(doubled);
  expect([moves, state]).toMatchObject([{ reclaim: 50_000, goodwill: 0, amountMinor: chargedMinor }, "succeeded"]);
  expect(await refundRow(id)).toMatchObject({ way: "transfer", stripeRefundId: null });
  await sendRefund(deps, { refundId: id });
  expect(payments.refunds).toHaveLength(sentBefore);
  expect(await getOrderCredits(deps.db, doubled)).toMatchObject({ available: 0, reclaimed: 50_000 });
  expect(await getOrderCredits(deps.db, kept)).toMatchObject({ available: 50_000 });
  expect((await mailsTo(deps, member.email)).at(-1)?.body).toContain("are sent to your bank account");
  expect(await previewRefund(deps, question)).toMatchObject({ outcome: "none" });

  const returned = { refundId: id, note: "No such account." };
  await Promise.all([1, 2, 3].map(() => returnTransfer(deps, staff, returned)));
  expect(await refundRow(id)).toMatchObject({ state: "failed", problem: "transfer_returned" });
  expect(await getOrderCredits(deps.db, doubled)).toMatchObject({ available: 50_000, reclaimed: 0 });
  expect((await mailsTo(deps, member.email)).at(-1)?.body).toContain("came back from your bank");
  expect(await deps.db.rows.act.count({ where: { act: "refund.transfer-returned", subject: doubled } })).toBe(1);
  expect((await previewed(doubled, "duplicate-charge", null, "transfer")).expected).toMatchObject({ reclaim: 50_000 });
});

it("takes a transfer for nothing that the way of payment takes back, nor beside credits that were given instead", async () => {
  const orderId = await paid();
  const transferred = (id: OrderId) => previewed(id, "billing-error", null, "transfer");
  await expect(transferred(orderId)).rejects.toMatchObject({ code: "request/invalid" });
  const { id } = await refunded(orderId, "billing-error");
  await sendRefund(deps, { refundId: id });
  payments.sayRefund({ ...answer(orderId, id, 990), state: "failed", problem: "expired_or_canceled_card" });
  await settleRefund(deps, { processorId: processorIdOf(id) });
  expect((await transferred(orderId)).expected).toMatchObject({ reclaim: 100, amountMinor: 990 });

  member = await testMember(deps, { storefront: "apimodels" });
  const late = await paid("alipay");
  deps.clock.advance(duration.days(91));
  await refunded(late, "billing-error");
  await expect(transferred(late)).rejects.toMatchObject({ code: "request/invalid" });
});

it("writes down a refund made in the processor's dashboard, and takes its share of what is unspent", async () => {
  const orderId = await paid();
  await spend(80);
  const processorId = `re_${orderId}`;
  const made = { processorId, refundId: null, paymentIntentId: paymentOf(orderId), state: "succeeded" as const };
  payments.sayRefund({ ...made, amount: { amountMinor: 495, currency: "USD" } });
  await Promise.all([1, 2, 3].map(() => settleRefund(deps, { processorId })));
  expect(await balance()).toMatchObject({ available: 0 });
  const rows = await deps.db.rows.refund.findMany({ where: { orderId } });
  expect(rows).toMatchObject([{ state: "succeeded", reclaimed: 20, amountMinor: 495, staffId: null }]);
  expect(await orderRow(orderId)).toMatchObject({ refundedMinor: 495 });
  const lost = { amountMinor: 297, currency: "USD" };
  const facts = { kind: "shortfall", by: "refund", taken: 20, used: 30, lost };
  const cases = () => deps.db.rows.case.findMany({ where: { orderId } });
  expect(await cases()).toMatchObject([{ causeId: rows[0]?.id, state: "open", facts }]);
  const amount = { amountMinor: 495, currency: "USD" as const };
  payments.sayRefund({ ...made, state: "failed", problem: "expired_or_canceled_card", amount });
  await settleRefund(deps, { processorId });
  expect(await cases()).toMatchObject([{ state: "closed" }]);
});
