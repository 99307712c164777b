import {
  after,
  duration,
  type MemberActor,
  newId,
  type PriceChangeQuestion,
  type StaffActor,
  type SubscriptionId,
} from "@covenant/domain";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { mailsTo } from "../testing/mail-box.ts";
import { type ScriptedPayments, scriptedPayments } from "../testing/scripted-payments.ts";
import { sendNotices } from "../testing/send-notices.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testMember, testStaff } from "../testing/test-people.ts";
import { processorSubscription, testSubscription } from "../testing/test-subscription.ts";
import { carryPrice } from "./carry-price.ts";
import { changePrice } from "./change-price.ts";
import { listPlanFiles } from "./list-plan-files.ts";
import { previewPriceChange } from "./preview-price-change.ts";
import { sweepPriceChanges } from "./sweep-price-changes.ts";

let deps: TestDeps;
let payments: ScriptedPayments;
let staff: StaffActor;

beforeEach(async () => {
  await deps?.close();
  payments = scriptedPayments({ STRIPE_WEBHOOK_SECRET: "whsec_test" });
  deps = await testDeps({ payments });
  const { staffId } = await testStaff(deps, { role: "admin" });
  staff = { kind: "staff", staffId, roles: ["admin"] };
});
afterAll(() => deps.close());

const storefront = "image-ai-run" as const;
const inDays = (days: number) => after(deps.clock.now(), duration.days(days));
const question = (amountMinor: number, days: number): PriceChangeQuestion => ({
  storefront,
  planId: "test-plan",
  amountMinor,
  effectiveAt: inDays(days).toISOString(),
});

/** Somebody halfway through a paid month at $9.00, whom the processor knows. */
async function subscriber(): Promise<MemberActor & { email: string; subscriptionId: SubscriptionId }> {
  const member = await testMember(deps);
  const { id, priceId } = await testSubscription(deps.db, member, deps.clock.now());
  payments.saySubscription({
    processorId: processorSubscription(id),
    customer: `cus_${member.memberId}`,
    subscriptionId: id,
    state: "active",
    price: `price_${priceId}`,
    periodStart: inDays(-15),
    periodEnd: inDays(15),
    endsAt: null,
    endedAt: null,
    collectionPaused: false,
    invoices: [],
  });
  return { ...member, subscriptionId: id };
}

async function change(amountMinor: number, days: number, requestId = newId("request")) {
  const asked = question(amountMinor, days);
  const { subscribers: expectedSubscribers } = await previewPriceChange(deps, asked);
  return changePrice(deps, staff, { ...asked, requestId, note: "Costs rose.", expectedSubscribers });
}

const rowOf = (id: SubscriptionId) => deps.db.rows.subscription.findUniqueOrThrow({ where: { id } });
const priceOf = async (amountMinor: number) =>
  (await deps.db.rows.planPrice.findFirstOrThrow({ where: { amountMinor } })).id;
const noticesTo = async (email: string) =>
  (await mailsTo(deps, email)).filter(({ subject }) => subject.includes("the price of"));

/** What the worker does: a sweep, the mails, and the jobs it queued. */
async function workThrough(...ids: SubscriptionId[]): Promise<void> {
  await sweepPriceChanges(deps);
  await sendNotices(deps);
  for (const subscriptionId of ids) await carryPrice(deps, { subscriptionId });
}

/** The renewal comes: a new period begins at what the processor has for it. */
async function renew(id: SubscriptionId): Promise<void> {
  const { periodEnd, renewalPriceId, priceId } = await rowOf(id);
  const periodStart = periodEnd ?? deps.clock.now();
  const data = { periodStart, periodEnd: after(periodStart, duration.days(30)), renewalPriceId: null };
  await deps.db.rows.subscription.update({ where: { id }, data: { ...data, priceId: renewalPriceId ?? priceId } });
}

describe("a new price", () => {
  it("is previewed in words, and set with its notices in one go, once", async () => {
    deps.clock.set("2026-11-21T12:00:00.000Z");
    const one = await subscriber();
    await subscriber();
    expect(await previewPriceChange(deps, question(1190, 3))).toMatchObject({
      from: { amountMinor: 900, currency: "USD" },
      to: { amountMinor: 1190, currency: "USD" },
      subscribers: 2,
      earliestAt: "2026-12-21T12:00:00.000Z",
      firstRenewalAt: "2027-01-06T12:00:00.000Z",
      clauses: [{ id: expect.stringMatching(/^IAI-/) }],
    });
    const requestId = newId("request");
    const [first, second] = [await change(1190, 3, requestId), await change(1190, 3, requestId).catch(String)];
    expect(first.prices).toMatchObject([{ price: { amountMinor: 1190 }, paying: 0, told: 2 }, { paying: 2 }]);
    expect(second).toContain("request/invalid");
    expect(await noticesTo(one.email)).toMatchObject([{ body: expect.stringContaining("$11.90 a month") }]);
    expect((await noticesTo(one.email))[0]?.body).toContain("6 January 2027");
    const acts = await deps.db.rows.act.findMany({
      where: { act: { in: ["plan.change-price", "subscription.tell-price"] } },
    });
    expect(acts.map(({ actor }) => actor).sort()).toEqual([
      staff.staffId,
      "system:price-changes",
      "system:price-changes",
    ]);
    expect(await deps.db.rows.ruling.count({ where: { question: "priceChange" } })).toBe(2);
  });

  it("is set once, however often the same request comes", async () => {
    await subscriber();
    const request = { ...question(1190, 3), requestId: newId("request"), note: "Costs rose.", expectedSubscribers: 1 };
    const answers = await Promise.all([1, 2, 3].map(() => changePrice(deps, staff, request)));
    expect(answers.map(({ prices }) => prices.length)).toEqual([2, 2, 2]);
    expect(await deps.db.rows.priceNotice.count()).toBe(1);
    await expect(changePrice(deps, staff, { ...request, amountMinor: 1290 })).rejects.toMatchObject({
      code: "request/reused-key",
    });
  });

  it("is refused where the preview is out of date, the price is there already, or its time is over or taken", async () => {
    await subscriber();
    const late = { ...question(1190, 3), requestId: newId("request"), note: "Costs rose." };
    await expect(changePrice(deps, staff, { ...late, expectedSubscribers: 2 })).rejects.toMatchObject({
      code: "plan/changed",
      facts: { subscribers: 1 },
    });
    const fields = async (amountMinor: number, days: number) =>
      previewPriceChange(deps, question(amountMinor, days)).then(
        () => null,
        (refusal) => [refusal.code, refusal.facts.field],
      );
    expect(await fields(900, 3)).toEqual(["request/invalid", "amountMinor"]);
    expect(await fields(1190, -0.001)).toEqual(["request/invalid", "effectiveAt"]);
    expect(await fields(1190, 0)).toBe(null);
    await change(1190, 10);
    expect(await fields(1290, 10)).toEqual(["request/invalid", "effectiveAt"]);
    expect(await fields(1290, 10.001)).toBe(null);
    const unknown = previewPriceChange(deps, { ...question(1190, 3), planId: "nothing" });
    await expect(unknown).rejects.toMatchObject({ code: "thing/not-found" });
  });

  it("stands among the plan's prices, with who pays it and who will", async () => {
    const { subscriptionId } = await subscriber();
    await change(1190, 3);
    await deps.db.rows.subscription.update({
      where: { id: subscriptionId },
      data: { priceId: await priceOf(1190) },
    });
    const [file] = await listPlanFiles(deps);
    expect(file).toMatchObject({ id: "test-plan", storefront, price: { amountMinor: 900 } });
    expect(file?.prices).toMatchObject([
      { price: { amountMinor: 1190 }, paying: 1, told: 0, note: "Costs rose." },
      { price: { amountMinor: 900 }, paying: 0, note: null },
    ]);
  });
});

describe("a renewal", () => {
  it("keeps the old price where it comes sooner than the notice allows, and carries the new one afterwards", async () => {
    const { subscriptionId } = await subscriber();
    await change(1190, 3);
    await workThrough(subscriptionId);
    expect(await rowOf(subscriptionId)).toMatchObject({ renewalPriceId: null });
    deps.clock.advance(duration.days(15));
    await renew(subscriptionId);
    await workThrough(subscriptionId);
    const newPrice = await priceOf(1190);
    expect(await rowOf(subscriptionId)).toMatchObject({ renewalPriceId: newPrice });
    const { price } = await payments.readSubscription(processorSubscription(subscriptionId));
    expect(price).toBe(`price_${newPrice}`);
    const carried = await deps.db.rows.act.findMany({ where: { act: "subscription.carry-price" } });
    expect(carried).toMatchObject([{ subject: subscriptionId, rulingId: expect.stringMatching(/^rul_/) }]);
    await workThrough(subscriptionId);
    expect(await deps.db.rows.act.count({ where: { act: "subscription.carry-price" } })).toBe(1);
  });

  it("carries the newest of two prices that were told in time, and the older one while the newer is too new", async () => {
    const { subscriptionId } = await subscriber();
    await change(1190, 1);
    await sendNotices(deps);
    deps.clock.advance(duration.days(15));
    await renew(subscriptionId);
    deps.clock.advance(duration.days(5));
    await change(1390, 1);
    await workThrough(subscriptionId);
    expect(await rowOf(subscriptionId)).toMatchObject({ renewalPriceId: await priceOf(1190) });
    deps.clock.advance(duration.days(25));
    await renew(subscriptionId);
    await workThrough(subscriptionId);
    expect(await rowOf(subscriptionId)).toMatchObject({
      priceId: await priceOf(1190),
      renewalPriceId: await priceOf(1390),
    });
  });

  it("of who cancelled meanwhile is left alone, and told anew when it is kept after all", async () => {
    const { subscriptionId, email } = await subscriber();
    const cancelled = { state: "cancelling", cancelledAt: deps.clock.now(), cancelledBy: "billing-page" };
    await deps.db.rows.subscription.update({ where: { id: subscriptionId }, data: cancelled });
    await change(1190, 1).catch(() => {});
    await workThrough(subscriptionId);
    expect(await noticesTo(email)).toEqual([]);
    deps.clock.advance(duration.days(10));
    const kept = { state: "active", cancelledAt: null, cancelledBy: null };
    await deps.db.rows.subscription.update({ where: { id: subscriptionId }, data: kept });
    await Promise.all([sweepPriceChanges(deps), sweepPriceChanges(deps)]);
    expect(await noticesTo(email)).toHaveLength(1);
    const told = await deps.db.rows.priceNotice.findFirstOrThrow({ where: { subscriptionId } });
    expect(told.toldAt).toEqual(deps.clock.now());
  });

  it("of a smaller plan chosen for it is not touched by a change of the plan that runs out", async () => {
    const { subscriptionId, email } = await subscriber();
    const smaller = { storefront, id: "test-small", name: "Small", credits: 10, interval: "month", position: 98 };
    await deps.db.rows.plan.create({ data: smaller });
    const chosen = { id: newId("planPrice"), storefront, planId: "test-small", amountMinor: 400, currency: "USD" };
    await deps.db.rows.planPrice.create({ data: { ...chosen, effectiveAt: inDays(-300), createdAt: inDays(-300) } });
    await deps.db.rows.subscription.update({ where: { id: subscriptionId }, data: { renewalPriceId: chosen.id } });
    expect(await previewPriceChange(deps, question(1190, 1))).toMatchObject({ subscribers: 0, firstRenewalAt: null });
    await change(1190, 1);
    await workThrough(subscriptionId);
    expect(await noticesTo(email)).toEqual([]);
    const ofSmaller = { ...question(500, 1), planId: "test-small" };
    expect(await previewPriceChange(deps, ofSmaller)).toMatchObject({ subscribers: 1 });
  });

  it("of who subscribed before a set price holds pays the one shown then, until the days since its own notice are over", async () => {
    await subscriber();
    await change(1190, 20);
    deps.clock.advance(duration.days(5));
    const late = await subscriber();
    await workThrough(late.subscriptionId);
    expect(await noticesTo(late.email)).toHaveLength(1);
    expect(await rowOf(late.subscriptionId)).toMatchObject({ renewalPriceId: null });
    deps.clock.advance(duration.days(15));
    await renew(late.subscriptionId);
    await workThrough(late.subscriptionId);
    expect(await rowOf(late.subscriptionId)).toMatchObject({ renewalPriceId: await priceOf(1190) });
  });

  it("waits for the mail to have left, and keeps the old price of whom none could reach", async () => {
    const { subscriptionId } = await subscriber();
    await change(1190, 1);
    deps.clock.advance(duration.days(15));
    await renew(subscriptionId);
    deps.clock.advance(duration.days(14));
    await carryPrice(deps, { subscriptionId });
    expect(await rowOf(subscriptionId)).toMatchObject({ renewalPriceId: null });
    await deps.db.query("UPDATE mail SET state = 'sent', sent_at = $1::timestamptz", [inDays(-13.9)]);
    await carryPrice(deps, { subscriptionId });
    expect(await rowOf(subscriptionId)).toMatchObject({ renewalPriceId: null });
    await deps.db.query("UPDATE mail SET state = 'refused', sent_at = NULL", []);
    await carryPrice(deps, { subscriptionId });
    expect(await rowOf(subscriptionId)).toMatchObject({ renewalPriceId: null });
    await deps.db.query("UPDATE mail SET state = 'sent'", []);
    await carryPrice(deps, { subscriptionId });
    expect(await rowOf(subscriptionId)).toMatchObject({ renewalPriceId: await priceOf(1190) });
  });

  it("goes by what the member chose at the processor before we have read of it", async () => {
    const { subscriptionId } = await subscriber();
    await change(1190, 1);
    await sendNotices(deps);
    deps.clock.advance(duration.days(15));
    await renew(subscriptionId);
    const processorId = processorSubscription(subscriptionId);
    const small = { storefront, id: "test-small", name: "Small", credits: 10, interval: "month", position: 98 };
    await deps.db.rows.plan.create({ data: small });
    const id = newId("planPrice");
    const price = { id, storefront, planId: small.id, amountMinor: 400, currency: "USD" };
    await deps.db.rows.planPrice.create({
      data: { ...price, stripePriceId: `price_${id}`, effectiveAt: inDays(-300), createdAt: inDays(-300) },
    });
    await payments.setRenewalPrice(processorId, `price_${id}`, "");
    await carryPrice(deps, { subscriptionId });
    expect((await payments.readSubscription(processorId)).price).toBe(`price_${id}`);
    expect(await rowOf(subscriptionId)).toMatchObject({ renewalPriceId: id });
  });

  it("goes by what the member chose while the new price was being set", async () => {
    const { subscriptionId } = await subscriber();
    await change(1190, 1);
    await sendNotices(deps);
    deps.clock.advance(duration.days(15));
    await renew(subscriptionId);
    const { priceId } = await rowOf(subscriptionId);
    const other = {
      ...(await deps.db.rows.planPrice.findUniqueOrThrow({ where: { id: priceId } })),
      id: newId("planPrice"),
    };
    await deps.db.rows.planPrice.create({ data: { ...other, stripePriceId: null, effectiveAt: inDays(-400) } });
    const set = payments.setRenewalPrice;
    let chosen = false;
    const choosing: ScriptedPayments["setRenewalPrice"] = async (...args) => {
      await set(...args);
      if (chosen) return;
      chosen = true;
      await deps.db.rows.subscription.update({ where: { id: subscriptionId }, data: { renewalPriceId: other.id } });
    };
    await carryPrice({ ...deps, payments: { ...payments, setRenewalPrice: choosing } }, { subscriptionId });
    expect(await rowOf(subscriptionId)).toMatchObject({ renewalPriceId: other.id });
    const { price } = await payments.readSubscription(processorSubscription(subscriptionId));
    expect(price).toBe(`price_${other.id}`);
  });
});
