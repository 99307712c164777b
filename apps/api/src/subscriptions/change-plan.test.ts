import { auditLedger, getBalance } from "@covenant/db";
import { after, credits, duration, newId, type PlanChangeView, type SubscriptionId } from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Subscriber, type TestBilling, testBilling } from "../testing/test-billing.ts";
import { changePlan } from "./change-plan.ts";
import { previewPlanChange } from "./preview-plan-change.ts";

let billing: TestBilling;
let payer: Subscriber;
let id: SubscriptionId;

const start = new Date("2027-01-31T12:00:00Z");
const firstRenewal = new Date("2027-02-28T12:00:00Z");
/** 14 of the 28 days. */
const half = new Date("2027-02-14T12:00:00Z");
const charged = after(firstRenewal, duration.hours(2));

beforeAll(async () => {
  billing = await testBilling();
});
beforeEach(async () => {
  payer = await billing.payer(start.toISOString());
  id = await billing.subscribed(payer, "iai-creator");
  await billing.go(payer, half);
});
afterAll(async () => {
  expect(await auditLedger(billing.deps.db)).toEqual([]);
  await billing.close();
});

const preview = (planId: string) => previewPlanChange(billing.deps, payer, { planId });
const asShown = ({ planId, payNow, creditsNow }: PlanChangeView) => ({
  planId,
  requestId: newId("request"),
  expected: { payNowMinor: payNow.amountMinor, creditsNow },
});
const changed = async (planId: string) => changePlan(billing.deps, payer, asShown(await preview(planId)));
const available = async () => (await getBalance(billing.deps.db, payer.memberId)).available;
const orders = () =>
  billing.deps.db.rows.order.findMany({ where: { subscriptionId: id }, orderBy: [{ paidAt: "asc" }, { id: "asc" }] });

describe("an upgrade", () => {
  it("charges and grants the rest of the period at once, exactly as it was shown", async () => {
    const shown = await preview("iai-studio");
    expect(shown).toMatchObject({
      kind: "upgrade",
      payNow: { amountMinor: 1750, currency: "USD" },
      creditsNow: 500,
      takesEffectAt: half.toISOString(),
      renewal: { planName: "Studio", credits: 1500, price: { amountMinor: 5990 }, at: firstRenewal.toISOString() },
    });
    const view = await changePlan(billing.deps, payer, asShown(shown));
    expect(view).toMatchObject({ state: "active", planId: "iai-studio", price: { amountMinor: 5990 } });
    expect(await available()).toBe(1000);
    expect(await orders()).toMatchObject([
      { credits: 500, chargedMinor: 2490 },
      { credits: 500, chargedMinor: 1750, periodStart: half, periodEnd: firstRenewal },
    ]);
    await billing.go(payer, charged);
    await billing.settle(id);
    expect((await orders()).at(-1)).toMatchObject({ credits: 1500, chargedMinor: 5990 });
  });

  it("happens once for a request sent twice and at once", async () => {
    const request = asShown(await preview("iai-studio"));
    await Promise.all([1, 2, 3].map(() => changePlan(billing.deps, payer, request)));
    await changePlan(billing.deps, payer, request);
    expect(await orders()).toHaveLength(2);
    expect(await available()).toBe(1000);
  });

  it("is charged by the processor as its preview says, at any hour", async () => {
    await billing.go(payer, new Date("2027-02-20T17:43:21Z"));
    const shown = await preview("iai-studio");
    await changePlan(billing.deps, payer, asShown(shown));
    expect((await orders()).at(-1)).toMatchObject({
      chargedMinor: shown.payNow.amountMinor,
      credits: shown.creditsNow,
      periodStart: new Date("2027-02-20T17:00:00Z"),
    });
  });

  it("changes nothing while the card is declined", async () => {
    await billing.useCard(payer, id, "pm_card_chargeCustomerFail");
    await expect(changed("iai-studio")).rejects.toMatchObject({ code: "order/not-payable" });
    await billing.settle(id);
    expect(await billing.row(id)).toMatchObject({ planId: "iai-creator", state: "active" });
    expect(await available()).toBe(500);
  });

  it("from a plan that a smaller one was to follow gives back what was paid, and drops the smaller one", async () => {
    await changed("iai-starter");
    const shown = await preview("iai-studio");
    expect(shown).toMatchObject({ payNow: { amountMinor: 1750 }, creditsNow: 500 });
    const view = await changePlan(billing.deps, payer, asShown(shown));
    expect(view).toMatchObject({ planId: "iai-studio", renewal: { planName: "Studio" } });
    expect((await orders()).at(-1)).toMatchObject({ chargedMinor: 1750, credits: 500 });
  });

  it("leaves a smaller plan waiting where the card is declined", async () => {
    await changed("iai-starter");
    await billing.useCard(payer, id, "pm_card_chargeCustomerFail");
    await expect(changed("iai-studio")).rejects.toMatchObject({ code: "order/not-payable" });
    await billing.settle(id);
    const row = await billing.deps.db.rows.subscription.findUniqueOrThrow({
      where: { id },
      include: { renewalPrice: true },
    });
    expect(row).toMatchObject({ planId: "iai-creator", renewalPrice: { planId: "iai-starter" } });
  });
});

describe("a downgrade", () => {
  it("waits for the renewal, charges nothing now and takes no credits", async () => {
    const shown = await preview("iai-starter");
    expect(shown).toMatchObject({
      kind: "downgrade",
      payNow: { amountMinor: 0 },
      creditsNow: 0,
      takesEffectAt: firstRenewal.toISOString(),
    });
    const view = await changePlan(billing.deps, payer, asShown(shown));
    expect(view).toMatchObject({
      planId: "iai-creator",
      renewal: { planName: "Starter", price: { amountMinor: 990 } },
    });
    expect(await available()).toBe(500);
    await billing.go(payer, charged);
    await billing.settle(id);
    expect(await billing.row(id)).toMatchObject({ planId: "iai-starter", renewalPriceId: null });
    expect(await orders()).toMatchObject([{ credits: 500 }, { credits: 150, chargedMinor: 990 }]);
  });

  it("is taken back by going on with the plan that runs, at its price", async () => {
    await changed("iai-starter");
    const view = await changed("iai-creator");
    expect(view).toMatchObject({
      planId: "iai-creator",
      renewal: { planName: "Creator", price: { amountMinor: 2490 } },
    });
    expect(await orders()).toHaveLength(1);
  });
});

it("waits for the renewal where too little of the period is left to be charged for", async () => {
  await billing.go(payer, after(firstRenewal, -duration.hours(2)));
  const shown = await preview("iai-studio");
  expect(shown).toMatchObject({ payNow: { amountMinor: 0 }, creditsNow: 0, takesEffectAt: firstRenewal.toISOString() });
  const view = await changePlan(billing.deps, payer, asShown(shown));
  expect(view).toMatchObject({ planId: "iai-creator", renewal: { planName: "Studio", price: { amountMinor: 5990 } } });
  await billing.go(payer, charged);
  await billing.settle(id);
  expect(await orders()).toMatchObject([{ credits: 500 }, { credits: 1500, chargedMinor: 5990 }]);
});

it("does what the preview showed, or nothing", async () => {
  const shown = await preview("iai-studio");
  await billing.go(payer, after(half, duration.days(3)));
  await expect(changePlan(billing.deps, payer, asShown(shown))).rejects.toMatchObject({
    code: "plan/changed",
    facts: { creditsNow: 392, payNowMinor: 1375 },
  });
  const cheaper = { ...asShown(shown), expected: { payNowMinor: 1, creditsNow: credits(1_000_000) } };
  await expect(changePlan(billing.deps, payer, cheaper)).rejects.toMatchObject({ code: "plan/changed" });
  expect(await orders()).toHaveLength(1);
});

it("is not for a plan that runs already, one that is not sold here, or a subscription that ends", async () => {
  await expect(preview("iai-creator")).rejects.toMatchObject({ code: "subscription/not-changeable" });
  await expect(preview("mmi-member")).rejects.toMatchObject({ code: "thing/not-found" });
  await billing.deps.db.rows.subscription.update({
    where: { id },
    data: { state: "cancelling", endsAt: firstRenewal },
  });
  await expect(preview("iai-studio")).rejects.toMatchObject({ code: "subscription/not-changeable" });
});
