import { newId, type SubscriptionRequest } from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { listPlans } from "../plans/list-plans.ts";
import { type Subscriber, type TestBilling, testBilling } from "../testing/test-billing.ts";
import { cancelOwnSubscription } from "./cancel-own-subscription.ts";
import { subscribe } from "./subscribe.ts";
import { sweepSubscriptions } from "./sweep-subscriptions.ts";
import { viewOwnSubscription } from "./view-own-subscription.ts";

let billing: TestBilling;
let payer: Subscriber;

beforeAll(async () => {
  billing = await testBilling();
});
beforeEach(async () => {
  payer = await billing.payer("2027-01-31T12:00:00Z");
});
afterAll(() => billing.close());

const wanted = (planId = "iai-starter"): SubscriptionRequest => ({
  requestId: newId("request"),
  planId,
  asksToStart: true,
});
const begin = (request = wanted()) => subscribe(billing.deps, payer, request);
const sessionOf = async (id: Parameters<TestBilling["row"]>[0]) => (await billing.row(id)).stripeSessionId ?? "";
const runOut = async (id: Parameters<TestBilling["row"]>[0]) =>
  billing.stripe.checkout.sessions.expire(await sessionOf(id));

it("begins one subscription with one page for a request sent twice, and at once", async () => {
  const request = wanted();
  const views = await Promise.all([begin(request), begin(request), begin(request)]);
  views.push(await begin(request));
  expect(new Set(views.map(({ id }) => id)).size).toBe(1);
  expect(new Set(views.map(({ checkoutUrl }) => checkoutUrl)).size).toBe(1);
});

it("refuses a second one, also when both are asked for at once", async () => {
  const asked = await Promise.allSettled([begin(), begin(wanted("iai-studio"))]);
  expect(asked.some(({ status }) => status === "rejected")).toBe(true);
  await expect(begin()).rejects.toMatchObject({ code: "subscription/exists" });
  expect(await billing.deps.db.rows.subscription.count({ where: { memberId: payer.memberId } })).toBeLessThan(3);
});

it("refuses the request of another plan, a plan of another storefront and whom the terms do not admit", async () => {
  const request = wanted();
  await begin(request);
  await expect(begin({ ...request, planId: "iai-studio" })).rejects.toMatchObject({ code: "request/reused-key" });
  payer = await billing.payer("2027-01-31T12:00:00Z");
  await expect(begin(wanted("mmi-member"))).rejects.toMatchObject({ code: "thing/not-found" });
  await billing.deps.db.rows.suspension.create({
    data: { id: newId("case"), memberId: payer.memberId, cause: "test", imposedAt: billing.deps.clock.now() },
  });
  await expect(begin()).rejects.toMatchObject({ code: "member/suspended" });
});

it("is not kept back for ever by a page that ran out", async () => {
  const { id } = await begin();
  await runOut(id);
  const next = await begin(wanted("iai-creator"));
  expect(next).toMatchObject({ state: "placed", planId: "iai-creator" });
  expect(await billing.row(id)).toMatchObject({ state: "ended", startedAt: null });
});

it("ends with its page, when the processor says so", async () => {
  const { id } = await begin();
  await runOut(id);
  await billing.until(async () => (await billing.row(id)).state === "ended");
});

it("just ends when it is cancelled before it was paid, and cannot be paid any more", async () => {
  const { id } = await begin();
  expect(await cancelOwnSubscription(billing.deps, payer)).toMatchObject({ id, state: "ended", checkoutUrl: null });
  expect((await billing.payPage(await sessionOf(id))).status).toBe(410);
});

it("is cancelled as a paid one when it was paid in that moment", async () => {
  const { id } = await begin();
  await billing.payPage(await sessionOf(id));
  expect(await cancelOwnSubscription(billing.deps, payer)).toMatchObject({ id, state: "cancelling" });
});

it("ends after a day what never got a page", async () => {
  const { id } = await begin();
  await billing.deps.db.query(
    "UPDATE subscription SET stripe_session_id = NULL, placed_at = now() - interval '25 hours' WHERE id = $1",
    [id],
  );
  await sweepSubscriptions(billing.deps);
  expect(await viewOwnSubscription(billing.deps, payer)).toMatchObject({ id, state: "ended" });
});

it("charges what the plan costs now, whatever a browser says", async () => {
  const { id } = await begin(Object.assign(wanted("iai-creator"), { price: { amountMinor: 1 }, priceId: "price_1" }));
  const { amount_total } = await billing.stripe.checkout.sessions.retrieve(await sessionOf(id));
  expect(amount_total).toBe(2490);
});

it("sells at the newest price whose time has come, and keeps the old for whoever pays it", async () => {
  const storefront = "image-ai-run";
  const price = { storefront, planId: "iai-creator", currency: "USD", createdAt: billing.deps.clock.now() };
  const { id } = await begin(wanted("iai-creator"));
  await billing.deps.db.rows.planPrice.createMany({
    data: [
      { ...price, id: newId("planPrice"), amountMinor: 2690, effectiveAt: new Date("2027-01-31T11:00:00Z") },
      { ...price, id: newId("planPrice"), amountMinor: 2990, effectiveAt: new Date("2027-02-01T00:00:00Z") },
    ],
  });
  const plans = await listPlans(billing.deps, storefront);
  expect(plans.map(({ price: { amountMinor } }) => amountMinor)).toEqual([990, 2690, 5990]);
  expect(await viewOwnSubscription(billing.deps, payer)).toMatchObject({ id, price: { amountMinor: 2490 } });
});
