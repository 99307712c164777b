import { auditLedger, getBalance } from "@covenant/db";
import { after, duration, type SubscriptionId } from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { mailsTo } from "../testing/mail-box.ts";
import { type Subscriber, type TestBilling, testBilling } from "../testing/test-billing.ts";
import { cancelOwnSubscription } from "./cancel-own-subscription.ts";
import { keepSubscription } from "./keep-subscription.ts";
import { openPortal } from "./open-portal.ts";
import { settleSubscription } from "./settle-subscription.ts";

let billing: TestBilling;
let payer: Subscriber;
let id: SubscriptionId;

beforeAll(async () => {
  billing = await testBilling();
});
beforeEach(async () => {
  payer = await billing.payer("2027-01-31T12:00:00Z");
  id = await billing.subscribed(payer);
});
afterAll(async () => {
  expect(await auditLedger(billing.deps.db)).toEqual([]);
  await billing.close();
});

const firstRenewal = new Date("2027-02-28T12:00:00Z");
const cancel = () => cancelOwnSubscription(billing.deps, payer);
const keep = () => keepSubscription(billing.deps, payer);
const atStripe = async () => billing.stripe.subscriptions.retrieve((await billing.row(id)).stripeSubscriptionId ?? "");
const orders = () => billing.deps.db.rows.order.count({ where: { subscriptionId: id } });

it("ends with its paid period, says so by mail under a ruling, and leaves the credits", async () => {
  const views = await Promise.all([cancel(), cancel(), cancel()]);
  for (const view of views) expect(view).toMatchObject({ state: "cancelling", renewal: null });
  expect(views[0]?.endsAt).toBe(firstRenewal.toISOString());
  expect(await billing.row(id)).toMatchObject({ cancelledBy: "billing-page" });
  const rulings = await billing.deps.db.rows.ruling.findMany({
    where: { memberId: payer.memberId, question: "cancellation" },
  });
  expect(rulings).toMatchObject([{ outcome: "cancelled" }]);
  const mails = (await mailsTo(billing.deps, payer.email)).filter(({ subject }) => subject.includes("cancelled"));
  expect(mails).toMatchObject([{ body: expect.stringContaining("28 February 2027") }]);
  await billing.until(async () => (await atStripe()).cancel_at_period_end);

  await billing.go(payer, after(firstRenewal, duration.hours(2)));
  await billing.until(async () => (await billing.row(id)).state === "ended");
  expect(await billing.row(id)).toMatchObject({ endedAt: firstRenewal });
  expect(await orders()).toBe(1);
  expect((await getBalance(billing.deps.db, payer.memberId)).available).toBe(150);
  // Told when it was cancelled; its end is no news.
  expect((await mailsTo(billing.deps, payer.email)).some(({ subject }) => subject.includes("has ended"))).toBe(false);
});

it("goes on after all when that is taken back in time, and renews", async () => {
  await cancel();
  await billing.settle(id);
  const [view] = await Promise.all([keep(), keep()]);
  expect(view).toMatchObject({ state: "active", cancelledAt: null, endsAt: null });
  expect(view?.renewal).toMatchObject({ at: firstRenewal.toISOString(), price: { amountMinor: 990 } });
  await billing.go(payer, after(firstRenewal, duration.hours(2)));
  await billing.settle(id);
  expect(await orders()).toBe(2);
});

it("goes on after all before the processor was even told", async () => {
  await cancel();
  await keep();
  await billing.until(async () => true);
  expect(await billing.row(id)).toMatchObject({ state: "active" });
  expect((await atStripe()).cancel_at_period_end).toBe(false);
});

it("stays kept when the processor hears of the cancellation only after that", async () => {
  await cancel();
  const { payments } = billing.deps;
  let isKept = false;
  const late: typeof payments = {
    ...payments,
    setRenewing: async (...told) => {
      if (!isKept) {
        isKept = true;
        await keep();
      }
      return payments.setRenewing(...told);
    },
  };
  await settleSubscription({ ...billing.deps, payments: late }, { subscriptionId: id });
  expect((await atStripe()).cancel_at_period_end).toBe(false);
  expect(await billing.row(id)).toMatchObject({ state: "active", cancelledAt: null, endsAt: null });
});

it("is cancelled again after it was kept", async () => {
  await cancel();
  await billing.settle(id);
  await keep();
  await cancel();
  await billing.settle(id);
  expect((await atStripe()).cancel_at_period_end).toBe(true);
});

it("ends at once where its renewal is not paid, and asks for it no more", async () => {
  await billing.useCard(payer, id, "pm_card_chargeCustomerFail");
  await billing.go(payer, after(firstRenewal, duration.hours(2)));
  await billing.settle(id);
  expect(await billing.row(id)).toMatchObject({ state: "past-due" });
  expect(await cancel()).toMatchObject({ state: "ended" });
  await billing.settle(id);
  expect((await atStripe()).status).toBe("canceled");
  const { data } = await billing.stripe.invoices.list({ subscription: (await atStripe()).id, status: "open" });
  expect(data).toEqual([]);
});

it("ends at once where its renewal is not paid, also while our clock has not come to the end of what was", async () => {
  await billing.useCard(payer, id, "pm_card_chargeCustomerFail");
  const before = billing.deps.clock.now();
  await billing.go(payer, after(firstRenewal, duration.hours(2)));
  billing.deps.clock.set(before);
  await billing.settle(id);
  expect(await cancel()).toMatchObject({ state: "ended" });
  await billing.settle(id);
  expect((await atStripe()).status).toBe("canceled");
});

it("is not charged for a period that began an hour ago, when it is cancelled in that hour", async () => {
  await billing.go(payer, after(firstRenewal, duration.minutes(10)));
  await billing.settle(id);
  expect(await cancel()).toMatchObject({ state: "ended" });
  await billing.settle(id);
  await billing.go(payer, after(firstRenewal, duration.hours(3)));
  await billing.settle(id);
  expect(await orders()).toBe(1);
});

it("cannot be kept when nothing was cancelled, nor when it is over", async () => {
  await keep(); // It runs: nothing to do.
  await cancel();
  await billing.settle(id);
  await billing.go(payer, after(firstRenewal, duration.hours(1)));
  await expect(keep()).rejects.toMatchObject({ code: "subscription/not-changeable" });
  await billing.settle(id);
  await expect(keep()).rejects.toMatchObject({ code: "thing/not-found" });
});

it("shows card and invoices at the processor, and lets nobody change the plan or cancel there", async () => {
  const { url } = await openPortal(billing.deps, payer);
  const page = await (await fetch(url)).text();
  expect(page).toContain("Payment method");
  expect(page).toContain("/invoices/");
  expect(page).not.toContain("Cancel at the end");
  const again = await openPortal(billing.deps, payer);
  expect(again.url).not.toBe(url);
  const { data } = await billing.stripe.billingPortal.configurations.list({ active: true });
  expect(data).toHaveLength(1);
});
