import { auditLedger, getBalance } from "@covenant/db";
import { after, duration, newId, type SubscriptionId } from "@covenant/domain";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { mailsTo } from "../testing/mail-box.ts";
import { type Subscriber, type TestBilling, testBilling } from "../testing/test-billing.ts";
import { subscribe } from "./subscribe.ts";
import { sweepSubscriptions } from "./sweep-subscriptions.ts";

let billing: TestBilling;

beforeAll(async () => {
  billing = await testBilling();
});
afterEach(() => billing.arm(null));
afterAll(async () => {
  expect(await auditLedger(billing.deps.db)).toEqual([]);
  await billing.close();
});

const start = "2027-01-31T12:00:00Z";
const firstRenewal = new Date("2027-02-28T12:00:00Z");
const secondRenewal = new Date("2027-03-31T12:00:00Z");
/** A renewal stays a draft for an hour. */
const charged = after(firstRenewal, duration.hours(2));

const ordersOf = (subscriptionId: SubscriptionId) =>
  billing.deps.db.rows.order.findMany({ where: { subscriptionId }, orderBy: [{ paidAt: "asc" }, { id: "asc" }] });
const available = async ({ memberId }: Subscriber) => (await getBalance(billing.deps.db, memberId)).available;
const subjectsTo = async ({ email }: Subscriber) => (await mailsTo(billing.deps, email)).map(({ subject }) => subject);
const parkedOf = (subject: SubscriptionId) =>
  billing.deps.db.rows.act.findMany({ where: { subject, act: "subscription.invoice-parked" } });
const dropJobs = () => billing.deps.db.query("DELETE FROM bullmq.job", []);

/** Subscribed, and on to after the renewal, which a card of this name pays or does not. */
async function renewed(card?: string): Promise<{ payer: Subscriber; id: SubscriptionId }> {
  const payer = await billing.payer(start);
  const id = await billing.subscribed(payer);
  if (card !== undefined) await billing.useCard(payer, id, card);
  await billing.go(payer, charged);
  return { payer, id };
}

it("takes a subscription from its page over Stripe's events to credits, an order and a receipt", async () => {
  const payer = await billing.payer(start);
  const request = { requestId: newId("request"), planId: "iai-starter", asksToStart: true };
  const { id, checkoutUrl, state } = await subscribe(billing.deps, payer, request);
  expect(state).toBe("placed");
  expect((await fetch(checkoutUrl ?? "")).status).toBe(200);
  await billing.payPage((await billing.row(id)).stripeSessionId ?? "");
  await billing.until(async () => (await billing.row(id)).state === "active");
  expect(await billing.row(id)).toMatchObject({
    planId: "iai-starter",
    startedAt: new Date(start),
    periodStart: new Date(start),
    periodEnd: firstRenewal,
    renewalPriceId: null,
  });
  expect(await available(payer)).toBe(150);
  expect(await ordersOf(id)).toMatchObject([
    {
      kind: "period",
      state: "paid",
      credits: 150,
      chargedMinor: 990,
      paidAt: new Date(start),
      periodEnd: firstRenewal,
      invoiceUrl: expect.stringContaining("/invoices/"),
      stripePaymentIntentId: expect.stringMatching(/^pi_/),
    },
  ]);
  expect(await mailsTo(billing.deps, payer.email)).toMatchObject([{ body: expect.stringContaining("150 credits") }]);
});

it("grants a renewal with its own end, and what is left of the period before lasts until a day after it", async () => {
  await billing.ledgerAt(new Date(start));
  const { payer, id } = await renewed();
  expect(await available(payer)).toBe(150);
  await billing.ledgerAt(charged);
  expect(await available(payer)).toBe(150);
  await billing.settle(id);
  expect(await available(payer)).toBe(300);
  await billing.ledgerAt(after(firstRenewal, duration.days(1)));
  expect(await available(payer)).toBe(150);
  expect(await billing.row(id)).toMatchObject({ state: "active", periodStart: firstRenewal, periodEnd: secondRenewal });
  expect(await ordersOf(id)).toMatchObject([{ periodEnd: firstRenewal }, { periodEnd: secondRenewal, credits: 150 }]);
  const lots = await billing.deps.db.query<{ expires_at: Date }>(
    "SELECT expires_at FROM ledger.lot WHERE wallet_id = $1 ORDER BY expires_at",
    [payer.memberId],
  );
  expect(lots.map(({ expires_at }) => expires_at)).toEqual(
    [firstRenewal, secondRenewal].map((end) => after(end, duration.days(1))),
  );
  await billing.ledgerAt(null);
});

describe("a renewal that fails", () => {
  it("is told of once with the link to pay, and recovers with another card", async () => {
    const { payer, id } = await renewed("pm_card_chargeCustomerFail");
    await billing.until(async () => (await billing.row(id)).state === "past-due");
    await Promise.all([billing.settle(id), billing.settle(id)]);
    const { invoiceUrl, pastDueSince } = await billing.row(id);
    expect(pastDueSince).toEqual(charged);
    const told = (await mailsTo(billing.deps, payer.email)).filter(({ subject }) => subject.includes("not paid"));
    expect(told).toMatchObject([{ body: expect.stringContaining(String(invoiceUrl)) }]);
    expect(told[0]?.body).toContain("of your subscription for $9.90 through");
    const [receipt] = await mailsTo(billing.deps, payer.email);
    expect(receipt?.body).toMatch(/They can be used until \d+ \w+ 20\d\d at \d\d:\d\d UTC\./);
    expect(await ordersOf(id)).toHaveLength(1);

    await billing.useCard(payer, id, "pm_card_visa");
    await billing.go(payer, after(charged, duration.days(4)));
    await billing.until(async () => (await billing.row(id)).state === "active");
    expect(await billing.row(id)).toMatchObject({ pastDueSince: null, invoiceUrl: null });
    expect(await ordersOf(id)).toHaveLength(2);
  });

  it("waits at its invoice where the bank wants to see the payer", async () => {
    const { id } = await renewed("pm_card_authenticationRequired");
    await billing.until(async () => (await billing.row(id)).state === "past-due");
    const { pathname } = new URL((await billing.row(id)).invoiceUrl ?? "");
    await billing.submit(`${pathname}/pay`, { number: "4000 0027 6000 3184" });
    await billing.settle(id);
    expect(await ordersOf(id)).toHaveLength(1);
    await billing.submit(`${pathname}/authenticate`, { decision: "complete" });
    await billing.until(async () => (await billing.row(id)).state === "active");
    expect(await ordersOf(id)).toHaveLength(2);
  });

  it("ends it after the last try, and says so", async () => {
    const { payer, id } = await renewed("pm_card_chargeCustomerFail");
    await billing.until(async () => (await billing.row(id)).state === "past-due");
    await billing.go(payer, after(charged, duration.days(16)));
    await billing.until(async () => (await billing.row(id)).state === "ended");
    expect(await subjectsTo(payer)).toEqual([
      expect.stringContaining("payment arrived"),
      expect.stringContaining("not paid"),
      expect.stringContaining("has ended"),
    ]);
    expect(await ordersOf(id)).toHaveLength(1);
  });
});

it("grants nothing for a period whose collection was paused", async () => {
  const payer = await billing.payer(start);
  const id = await billing.subscribed(payer);
  const processorId = (await billing.row(id)).stripeSubscriptionId ?? "";
  await billing.deps.payments.setCollectionPaused(processorId, true, newId("request"));
  await billing.go(payer, charged);
  await billing.settle(id);
  expect(await billing.row(id)).toMatchObject({ state: "paused", pausedAt: charged });
  await billing.deps.payments.setCollectionPaused(processorId, false, newId("request"));
  await billing.settle(id);
  expect(await billing.row(id)).toMatchObject({ state: "active", pausedAt: null });
  expect(await ordersOf(id)).toHaveLength(1);
});

describe("whatever is heard", () => {
  it("grants once, for ten jobs at once", async () => {
    const { payer, id } = await renewed();
    await Promise.all(Array.from({ length: 10 }, () => billing.settle(id)));
    expect(await ordersOf(id)).toHaveLength(2);
    expect((await subjectsTo(payer)).filter((subject) => subject.includes("payment arrived"))).toHaveLength(2);
  });

  it("grants once, for events that come three times or out of order", async () => {
    const payer = await billing.payer(start);
    await billing.arm({ stripe: ["duplicate-webhook", "reorder-webhook"] });
    const { id } = await subscribe(billing.deps, payer, {
      requestId: newId("request"),
      planId: "iai-creator",
      asksToStart: true,
    });
    await billing.payPage((await billing.row(id)).stripeSessionId ?? "");
    await billing.until(async () => (await billing.row(id)).state === "active");
    await billing.go(payer, charged);
    await billing.until(async () => (await ordersOf(id)).length === 2);
    await billing.settle(id);
    expect(await ordersOf(id)).toMatchObject([{ credits: 500 }, { credits: 500 }]);
  });

  it("finds what no event told of, by asking", async () => {
    await billing.arm({ stripe: ["no-webhook"] });
    const payer = await billing.payer(start);
    const { id } = await subscribe(billing.deps, payer, {
      requestId: newId("request"),
      planId: "iai-starter",
      asksToStart: true,
    });
    await billing.payPage((await billing.row(id)).stripeSessionId ?? "");
    await dropJobs();
    await billing.deps.db.query("UPDATE subscription SET placed_at = now() - interval '1 minute' WHERE id = $1", [id]);
    await sweepSubscriptions(billing.deps);
    await billing.until(async () => (await billing.row(id)).state === "active");
    expect(await ordersOf(id)).toHaveLength(1);
  });
});

describe("an invoice that is not what the plan costs", () => {
  it("grants nothing and waits for a person, once, while the rest goes on", async () => {
    const payer = await billing.payer(start);
    const id = await billing.subscribed(payer);
    // Somebody at the processor's dashboard: another amount than any price of ours.
    const processorId = (await billing.row(id)).stripeSubscriptionId ?? "";
    const [item] = (await billing.stripe.subscriptions.retrieve(processorId)).items.data;
    const price = await billing.stripe.prices.create({
      currency: "usd",
      unit_amount: 1,
      recurring: { interval: "month" },
      product_data: { name: "Cheap" },
    });
    await billing.stripe.subscriptions.update(processorId, {
      items: [{ id: item?.id ?? "", price: price.id }],
      proration_behavior: "none",
    });
    await billing.go(payer, charged);
    await billing.settle(id);
    await billing.settle(id);
    expect(await ordersOf(id)).toHaveLength(1);
    expect(await parkedOf(id)).toMatchObject([{ facts: { amountMinor: 1, currency: "USD" } }]);
    const parkedEvents = { aboutId: processorId, parkedFor: "unsettled", problem: { contains: "invoice in_" } };
    expect(await billing.deps.db.rows.stripeEvent.count({ where: parkedEvents })).toBeGreaterThan(0);
    expect(await billing.row(id)).toMatchObject({ state: "active", periodEnd: secondRenewal });
  });

  it("grants nothing where our own price asks for more than was paid", async () => {
    const payer = await billing.payer(start);
    const price = await billing.deps.db.rows.planPrice.findFirstOrThrow({ where: { planId: "iai-studio" } });
    const cheap = await billing.deps.payments.ensurePrice({
      priceId: newId("planPrice"),
      planName: "Studio",
      interval: "month",
      amount: { amountMinor: 5989, currency: "USD" },
    });
    await billing.deps.db.rows.planPrice.update({ where: { id: price.id }, data: { stripePriceId: cheap } });
    const id = await billing.subscribed(payer, "iai-studio");
    await billing.deps.db.rows.planPrice.update({ where: { id: price.id }, data: { stripePriceId: null } });
    expect(await ordersOf(id)).toEqual([]);
    expect(await available(payer)).toBe(0);
    expect(await parkedOf(id)).toMatchObject([{ facts: { problem: expect.stringContaining("another amount") } }]);
  });
});
