import { auditLedger } from "@covenant/db";
import { after, duration, newId, type StaffActor, type StorefrontId, type SubscriptionId } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cancelOwnSubscription } from "../subscriptions/cancel-own-subscription.ts";
import { keepSubscription } from "../subscriptions/keep-subscription.ts";
import { mailsTo } from "../testing/mail-box.ts";
import { sendNotices } from "../testing/send-notices.ts";
import { type Subscriber, type TestBilling, testBilling } from "../testing/test-billing.ts";
import { testStaff } from "../testing/test-people.ts";
import { changePrice } from "./change-price.ts";
import { previewPriceChange } from "./preview-price-change.ts";
import { sweepPriceChanges } from "./sweep-price-changes.ts";

let billing: TestBilling;
let staff: StaffActor;

beforeAll(async () => {
  billing = await testBilling();
  const { staffId } = await testStaff(billing.deps, { role: "admin" });
  staff = { kind: "staff", staffId, roles: ["admin"] };
});
afterAll(async () => {
  expect(await auditLedger(billing.deps.db)).toEqual([]);
  await billing.close();
});

const start = "2027-01-31T12:00:00Z";
const at = (day: string) => new Date(`${day}T12:00:00Z`);
/** A renewal stays a draft for an hour. */
const charged = (renewal: string) => after(at(renewal), duration.hours(2));
const chargesOf = async (subscriptionId: SubscriptionId) =>
  (await billing.deps.db.rows.order.findMany({ where: { subscriptionId }, orderBy: { paidAt: "asc" } })).map(
    ({ chargedMinor, credits }) => [chargedMinor, credits],
  );
const noticesTo = async ({ email }: Subscriber) =>
  (await mailsTo(billing.deps, email)).filter(({ subject }) => subject.includes("the price of"));

async function setPrice(of: { storefront: StorefrontId; planId: string }, amountMinor: number, from: string) {
  const question = { ...of, amountMinor, effectiveAt: at(from).toISOString() };
  const { subscribers: expectedSubscribers } = await previewPriceChange(billing.deps, question);
  const request = { ...question, requestId: newId("request"), note: "Costs rose.", expectedSubscribers };
  await changePrice(billing.deps, staff, request);
}

/** What the worker does every ten seconds, and the jobs that come of it. */
async function sweep(): Promise<void> {
  await sendNotices(billing.deps);
  await sweepPriceChanges(billing.deps);
  await sendNotices(billing.deps);
  await billing.until(async () => true);
}

/** On to a renewal and past its hour as a draft, with everything told. */
async function renew(payer: Subscriber, id: SubscriptionId, renewal: string): Promise<void> {
  await billing.go(payer, charged(renewal));
  await billing.settle(id);
  await sweep();
}

it.each([
  ["image-ai-run", "iai-starter", 150, [990, 990, 1190]],
  ["modelmyimage", "mmi-member", 40, [900, 1190, 1190]],
] as const)(
  "charges at %s the first renewal that comes as many days after the notice as its terms say",
  async (storefront, planId, credits, expected) => {
    const payer = await billing.payer(start, storefront);
    const id = await billing.subscribed(payer, planId);
    await billing.go(payer, at("2027-02-10"));
    await setPrice({ storefront, planId }, 1190, "2027-02-12");
    await sweep();
    await renew(payer, id, "2027-02-28");
    await renew(payer, id, "2027-03-31");
    expect(await chargesOf(id)).toEqual(expected.map((amount) => [amount, credits]));
    expect(await noticesTo(payer)).toHaveLength(1);
    const price = await billing.deps.db.rows.planPrice.findFirstOrThrow({ where: { planId, amountMinor: 1190 } });
    expect(await billing.row(id)).toMatchObject({ state: "active", priceId: price.id, renewalPriceId: null });
  },
);

it("keeps the old price for who cancelled before the notice and came back, until the days since their own are over", async () => {
  const payer = await billing.payer(start);
  const id = await billing.subscribed(payer, "iai-creator");
  await cancelOwnSubscription(billing.deps, payer);
  await billing.until(async () => (await billing.row(id)).state === "cancelling");
  await setPrice({ storefront: "image-ai-run", planId: "iai-creator" }, 2990, "2027-02-01");
  expect(await noticesTo(payer)).toEqual([]);
  await billing.go(payer, at("2027-02-20"));
  await keepSubscription(billing.deps, payer);
  await sweep();
  expect(await noticesTo(payer)).toHaveLength(1);
  await renew(payer, id, "2027-02-28");
  await renew(payer, id, "2027-03-31");
  expect(await chargesOf(id)).toEqual([2490, 2490, 2990].map((amount) => [amount, 500]));
});
