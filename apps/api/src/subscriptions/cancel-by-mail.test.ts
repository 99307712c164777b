import { auditLedger, getBalance } from "@covenant/db";
import { after, duration, newId, type StaffActor, type SubscriptionId } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { mailsTo } from "../testing/mail-box.ts";
import { type Subscriber, type TestBilling, testBilling } from "../testing/test-billing.ts";
import { testStaff } from "../testing/test-people.ts";
import { cancelByMail } from "./cancel-by-mail.ts";
import { cancelOwnSubscription } from "./cancel-own-subscription.ts";
import { listSubscriptions } from "./list-subscriptions.ts";
import { payBackLateRenewals } from "./pay-back-late-renewals.ts";
import { previewCancellation } from "./preview-cancellation.ts";

let billing: TestBilling;
let staff: StaffActor;

beforeAll(async () => {
  billing = await testBilling();
  const { staffId } = await testStaff(billing.deps, { role: "support" });
  staff = { kind: "staff", staffId, roles: ["support"] };
});
afterAll(async () => {
  expect(await auditLedger(billing.deps.db)).toEqual([]);
  await billing.close();
});

const start = "2027-01-31T12:00:00Z";
const arrived = "2027-02-20T09:00:00Z";
const firstRenewal = new Date("2027-02-28T12:00:00Z");
const charged = after(firstRenewal, duration.hours(2));
const available = async ({ memberId }: Subscriber) => (await getBalance(billing.deps.db, memberId)).available;
const ordersOf = (subscriptionId: SubscriptionId) =>
  billing.deps.db.rows.order.findMany({ where: { subscriptionId }, orderBy: { paidAt: "asc" } });
const mailsAbout = async ({ email }: Subscriber, words: string) =>
  (await mailsTo(billing.deps, email)).filter(({ subject }) => subject.includes(words));
const cancel = (subscriptionId: SubscriptionId, receivedAt: string, requestId = newId("request")) =>
  cancelByMail(billing.deps, staff, { subscriptionId, receivedAt, requestId, note: "Mail of the member." });

async function subscribed(): Promise<{ payer: Subscriber; id: SubscriptionId }> {
  const payer = await billing.payer(start);
  return { payer, id: await billing.subscribed(payer) };
}

it("ends with the period that ran when the mail arrived, and says so", async () => {
  const { payer, id } = await subscribed();
  await billing.go(payer, new Date("2027-02-21T09:00:00Z"));
  const question = { subscriptionId: id, receivedAt: "2027-02-20T10:00:00+01:00" };
  expect(await previewCancellation(billing.deps, question)).toMatchObject({
    endsAt: firstRenewal.toISOString(),
    payBack: [],
    clauses: [{ id: "IAI-7.1" }, {}, {}],
  });
  expect(await cancel(id, question.receivedAt)).toMatchObject({
    state: "cancelling",
    cancelledAt: "2027-02-20T09:00:00.000Z",
    cancelledBy: "mail",
    endsAt: firstRenewal.toISOString(),
  });
  await billing.until(async () => {
    const { stripeSubscriptionId } = await billing.row(id);
    return (await billing.deps.payments.readSubscription(stripeSubscriptionId ?? "")).endsAt !== null;
  });
  expect(await mailsAbout(payer, "is cancelled")).toMatchObject([
    { body: expect.stringContaining("20 February 2027") },
  ]);
  await billing.go(payer, charged);
  await billing.settle(id);
  expect(await listSubscriptions(billing.deps, payer.memberId)).toMatchObject([{ id, state: "ended" }]);
  expect(await ordersOf(id)).toHaveLength(1);
});

it("pays back a renewal charged after the mail arrived, takes its credits, and ends at once, however often it is asked", async () => {
  const { payer, id } = await subscribed();
  await billing.go(payer, charged);
  await billing.settle(id);
  const [first, renewal] = await ordersOf(id);
  expect(await available(payer)).toBe(300);
  expect(await previewCancellation(billing.deps, { subscriptionId: id, receivedAt: arrived })).toMatchObject({
    endsAt: firstRenewal.toISOString(),
    payBack: [{ orderId: renewal?.id, amount: { amountMinor: 990, currency: "USD" } }],
    clauses: [{ id: "LAW-BILLING" }, {}, {}],
  });
  const requestId = newId("request");
  const answers = await Promise.all([1, 2, 3].map(() => cancel(id, arrived, requestId)));
  expect(answers.map(({ state }) => state)).toEqual(["ended", "ended", "ended"]);
  expect(await available(payer)).toBe(150);
  await billing.until(async () =>
    (await ordersOf(id)).every(({ refundedMinor }, index) => refundedMinor === index * 990),
  );
  expect(await billing.deps.db.rows.refund.findMany({ where: { orderId: first?.id ?? "" } })).toEqual([]);
  const refunds = await billing.deps.db.rows.refund.findMany({ where: { orderId: renewal?.id ?? "" } });
  expect(refunds).toMatchObject([{ ground: "late-renewal", amountMinor: 990, reclaimed: 150, staffId: staff.staffId }]);
  expect(await mailsAbout(payer, "is cancelled")).toHaveLength(1);
  const acts = await billing.deps.db.rows.act.findMany({ where: { subject: id, act: "subscription.cancel-by-mail" } });
  expect(acts).toMatchObject([{ actor: staff.staffId, rulingId: expect.any(String), note: "Mail of the member." }]);
  await billing.until(async () => {
    const { stripeSubscriptionId } = await billing.row(id);
    return (await billing.deps.payments.readSubscription(stripeSubscriptionId ?? "")).endedAt !== null;
  });
});

it("ends when the member was told, though the processor's clock is a renewal ahead of ours", async () => {
  const { payer, id } = await subscribed();
  await billing.go(payer, charged);
  await billing.settle(id);
  billing.deps.clock.set(arrived);
  await cancel(id, arrived);
  await billing.settle(id);
  await billing.settle(id);
  expect(await billing.row(id)).toMatchObject({ state: "cancelling", endsAt: firstRenewal });
});

it("finds a renewal of which nobody had told us yet", async () => {
  const { payer, id } = await subscribed();
  await billing.go(payer, charged);
  await cancel(id, arrived);
  expect(await ordersOf(id)).toMatchObject([{ refundedMinor: 0 }, { refundedMinor: 990 }]);
  expect(await available(payer)).toBe(150);
});

it("holds from its arrival also where the member cancelled again after the renewal, and changes nothing where before", async () => {
  const { payer, id } = await subscribed();
  await billing.go(payer, charged);
  await billing.settle(id);
  await cancelOwnSubscription(billing.deps, payer);
  expect(await cancel(id, arrived)).toMatchObject({ state: "ended", cancelledBy: "mail" });
  expect(await ordersOf(id)).toMatchObject([{ refundedMinor: 0 }, { refundedMinor: 990 }]);

  const other = await subscribed();
  await cancelOwnSubscription(billing.deps, other.payer);
  const { cancelledAt } = await billing.row(other.id);
  await billing.go(other.payer, new Date(arrived));
  expect(await cancel(other.id, arrived)).toMatchObject({ state: "cancelling", cancelledBy: "billing-page" });
  expect((await billing.row(other.id)).cancelledAt).toEqual(cancelledAt);
});

it("pays back a renewal that slipped in before the processor heard of a cancellation on the billing page, once", async () => {
  const { payer, id } = await subscribed();
  await billing.go(payer, new Date("2027-02-28T11:59:00Z"));
  await cancelOwnSubscription(billing.deps, payer);
  await billing.deps.db.query("DELETE FROM bullmq.job WHERE queue = 'orders'", []);
  await billing.go(payer, charged);
  await billing.settle(id);
  expect(await available(payer)).toBe(300);
  expect(await payBackLateRenewals(billing.deps)).toBe(1);
  expect(await payBackLateRenewals(billing.deps)).toBe(0);
  expect(await available(payer)).toBe(150);
  expect(await billing.row(id)).toMatchObject({ state: "ended", cancelledBy: "billing-page" });
  expect(await ordersOf(id)).toMatchObject([{ refundedMinor: 0 }, { refundedMinor: 990 }]);
});

it("refuses a time that has not come or lies before the subscription, and one that was never paid", async () => {
  const { id } = await subscribed();
  const refused = { code: "request/invalid", facts: { field: "receivedAt", reason: expect.any(String) } };
  await expect(cancel(id, "2027-01-31T12:00:01Z")).rejects.toMatchObject(refused);
  await expect(cancel(id, "2027-01-31T11:59:59Z")).rejects.toMatchObject(refused);
  const unpaid = { state: "placed", startedAt: null };
  await billing.deps.db.rows.subscription.update({ where: { id }, data: unpaid });
  const asked = previewCancellation(billing.deps, { subscriptionId: id, receivedAt: start });
  await expect(asked).rejects.toMatchObject({ code: "subscription/not-changeable" });
  await expect(cancel(newId("subscription"), start)).rejects.toMatchObject({ code: "thing/not-found" });
});
