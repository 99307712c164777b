import { auditLedger, getBalance } from "@covenant/db";
import { after, duration, newId, type SubscriptionId } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Subscriber, type TestBilling, testBilling } from "../testing/test-billing.ts";
import { sweepSuspended } from "./pause-suspended.ts";

let billing: TestBilling;

beforeAll(async () => {
  billing = await testBilling();
});
afterAll(async () => {
  expect(await auditLedger(billing.deps.db)).toEqual([]);
  await billing.close();
});

const start = "2027-01-31T12:00:00Z";
const charged = (renewal: string) => after(new Date(`${renewal}T12:00:00Z`), duration.hours(2));
const ordersOf = (subscriptionId: SubscriptionId) => billing.deps.db.rows.order.count({ where: { subscriptionId } });
const stateOf = async (id: SubscriptionId) => (await billing.row(id)).state;
const granted = async ({ memberId }: Subscriber) => (await getBalance(billing.deps.db, memberId)).available;

async function suspend({ memberId }: Subscriber, endsAt: Date | null) {
  const id = newId("case");
  const { db, clock } = billing.deps;
  await db.rows.suspension.create({ data: { id, memberId, cause: "strikes", imposedAt: clock.now(), endsAt } });
  return () => db.rows.suspension.update({ where: { id }, data: { liftedAt: clock.now() } });
}

async function sweptTo(id: SubscriptionId, state: string): Promise<void> {
  await sweepSuspended(billing.deps);
  await billing.until(async () => (await stateOf(id)) === state);
}

it("leaves alone what was paused elsewhere, and who was never suspended", async () => {
  const payer = await billing.payer(start);
  const id = await billing.subscribed(payer);
  expect(await sweepSuspended(billing.deps)).toBe(0);
  const { stripeSubscriptionId } = await billing.row(id);
  await billing.deps.payments.setCollectionPaused(stripeSubscriptionId ?? "", true, newId("request"));
  await billing.settle(id);
  expect(await stateOf(id)).toBe("paused");
  expect(await sweepSuspended(billing.deps)).toBe(0);
});

it("charges and grants nothing while a member is suspended, and goes on with the next renewal once that is lifted", async () => {
  const payer = await billing.payer(start);
  const id = await billing.subscribed(payer);
  const lift = await suspend(payer, null);
  await sweptTo(id, "paused");
  expect(await billing.row(id)).toMatchObject({ pausedAt: billing.deps.clock.now() });
  await billing.go(payer, charged("2027-03-31"));
  await billing.settle(id);
  expect([await ordersOf(id), await granted(payer), await stateOf(id)]).toEqual([1, 150, "paused"]);
  expect(await sweepSuspended(billing.deps)).toBe(0);

  await lift();
  await sweptTo(id, "active");
  expect(await ordersOf(id)).toBe(1);
  await billing.go(payer, charged("2027-04-30"));
  await billing.settle(id);
  expect([await ordersOf(id), await granted(payer)]).toEqual([2, 300]);
  const acts = await billing.deps.db.rows.act.findMany({
    where: { subject: id },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  expect(acts.map(({ act }) => act)).toEqual(["subscription.pause", "subscription.resume"]);
});

it("goes on when the suspension's time is over", async () => {
  const payer = await billing.payer(start);
  const id = await billing.subscribed(payer);
  await suspend(payer, new Date("2027-02-10T12:00:00Z"));
  await sweptTo(id, "paused");
  await billing.go(payer, new Date("2027-02-10T11:59:00Z"));
  expect(await sweepSuspended(billing.deps)).toBe(0);
  await billing.go(payer, new Date("2027-02-10T12:00:00Z"));
  await sweptTo(id, "active");
  await billing.go(payer, charged("2027-02-28"));
  await billing.settle(id);
  expect(await ordersOf(id)).toBe(2);
});
