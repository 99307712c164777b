import { type DayFile, newId, type OrderId, type SideOfDay, type StaffActor } from "@covenant/domain";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, inject, it } from "vitest";
import { settleOrder } from "../orders/settle-order.ts";
import { askForEvents } from "../payment-events/ask-for-events.ts";
import { previewRefund } from "../refunds/preview-refund.ts";
import { refundOrder } from "../refunds/refund-order.ts";
import { seedCatalogue } from "../seed/catalogue.ts";
import { runJobs } from "../testing/run-jobs.ts";
import { type Bought, buyPack, placedAtSandbox } from "../testing/sandbox-shop.ts";
import { type SandboxStripe, startSandboxStripe } from "../testing/sandbox-stripe.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testStaff } from "../testing/test-people.ts";
import { askToCompare } from "./ask-to-compare.ts";
import { compareDay } from "./compare-day.ts";
import { compareDue } from "./compare-due.ts";
import { listDays, viewDay } from "./list-days.ts";
import { dayOf } from "./span-of-day.ts";

let deps: TestDeps;
let stripe: SandboxStripe;
let staff: StaffActor;
let superuser: pg.Client;
/** Stripe's clock is the machine's, so ours has to be. A run may begin before midnight in UTC and end after it. */
const firstDay = dayOf(new Date());

beforeAll(async () => {
  stripe = await startSandboxStripe("http://127.0.0.1:9");
  deps = await testDeps({ payments: stripe.payments });
  deps.clock.set(new Date());
  await seedCatalogue(deps);
  const { staffId } = await testStaff(deps, { role: "support" });
  staff = { kind: "staff", staffId, roles: ["support"] };
  const url = new URL(inject("cluster").adminUrl);
  url.pathname = new URL(deps.settings.DATABASE_URL).pathname;
  superuser = new pg.Client({ connectionString: url.href });
  await superuser.connect();
  await superuser.query("SET session_replication_role = replica");
});
beforeEach(() => deps.clock.set(new Date()));
afterAll(async () => {
  await stripe.close();
  await superuser.end();
  await deps.close();
});

/** Lets everything that Stripe knows reach us, as its webhooks would. */
async function catchUp(): Promise<void> {
  await askForEvents(deps);
  await runJobs(deps);
}

/** Each day since the run began, compared up to now: one, or two around midnight. */
async function compared(): Promise<DayFile[]> {
  const now = new Date();
  deps.clock.set(now);
  const days = [...new Set([firstDay, dayOf(now)])];
  for (const day of days) await compareDay(deps, { day });
  return Promise.all(days.map((day) => viewDay(deps, { day })));
}

const differencesOf = (days: readonly DayFile[]) => days.flatMap(({ differences }) => differences);
const openOf = async (orderId: OrderId | null) =>
  differencesOf(await compared()).filter((found) => found.resolvedAt === null && found.orderId === orderId);

/** What figures by currency come to over all days. */
function summed<Figures extends { currency: string }>(figures: readonly Figures[], of: (each: Figures) => SideOfDay) {
  const totals = new Map<string, SideOfDay>();
  for (const each of figures) {
    const { paid, refunded, disputed } = totals.get(each.currency) ?? { paid: 0, refunded: 0, disputed: 0 };
    const more = of(each);
    totals.set(each.currency, {
      paid: paid + more.paid,
      refunded: refunded + more.refunded,
      disputed: disputed + more.disputed,
    });
  }
  return Object.fromEntries(totals);
}

async function refunded({ orderId }: Bought): Promise<string> {
  const question = { orderId, ground: "billing-error", chosen: null } as const;
  const { moves } = await previewRefund(deps, question);
  const request = { ...question, requestId: newId("request"), note: "Charged twice.", expected: moves };
  const { id } = await refundOrder(deps, staff, request);
  await runJobs(deps);
  return (await deps.db.rows.refund.findUniqueOrThrow({ where: { id } })).stripeRefundId ?? "";
}

async function disputed({ paymentIntentId, orderId }: Bought): Promise<string> {
  await stripe.control("/disputes", { payment_intent: paymentIntentId, reason: "fraudulent" });
  await catchUp();
  return (await deps.db.rows.dispute.findFirstOrThrow({ where: { orderId } })).stripeDisputeId;
}

async function movedOnceCaughtUp() {
  await catchUp();
  const days = await compared();
  return { matched: days.reduce((sum, day) => sum + day.matched, 0), open: differencesOf(days).length };
}

it("balances a day of packs, refunds, a failed one, disputes won and lost, a bank's question, and fees", async () => {
  const packs = [await buyPack(deps, stripe), await buyPack(deps, stripe), await buyPack(deps, stripe)] as const;
  const byAlipay = await buyPack(deps, stripe, { method: "alipay" });
  await refunded(packs[0]);
  await stripe.control(`/refunds/${await refunded(packs[1])}`, { to: "failed" });
  await stripe.dashboard.refunds.create({ payment_intent: byAlipay.paymentIntentId, amount: 100 });
  await stripe.control(`/disputes/${await disputed(await buyPack(deps, stripe))}`, { to: "won" });
  await stripe.control(`/disputes/${await disputed(await buyPack(deps, stripe))}`, { to: "lost" });
  await buyPack(deps, stripe, { number: "4000 0000 0000 1976" });
  // Seven packs, three refunds, one that failed, two disputes, one won back. Stripe takes its time with the last of them.
  await expect.poll(movedOnceCaughtUp, { timeout: 30_000, interval: 200 }).toEqual({ matched: 14, open: 0 });

  const days = await compared();
  expect(differencesOf(days)).toEqual([]);
  expect(days.every(({ state }) => state === "balanced")).toBe(true);
  const sums = days.flatMap((day) => day.sums);
  const ours = summed(sums, (each) => each.ours);
  const { amountMinor } = await deps.db.rows.order.findUniqueOrThrow({ where: { id: packs[0].orderId } });
  expect(Object.keys(ours).sort()).toEqual(["CNY", "USD"]);
  expect(summed(sums, (each) => each.theirs)).toEqual(ours);
  expect(ours.USD).toEqual({ paid: 6 * amountMinor, refunded: amountMinor, disputed: amountMinor });

  const movements = await stripe.dashboard.balanceTransactions.list({ limit: 100 });
  const total = (of: "fee" | "net") => movements.data.reduce((sum, entry) => sum + entry[of], 0);
  const settled = days.flatMap((day) => day.settled);
  expect(new Set(settled.map(({ currency }) => currency))).toEqual(new Set(["USD"]));
  const sumOf = (of: "feesMinor" | "netMinor") => settled.reduce((sum, each) => sum + each[of], 0);
  expect([sumOf("feesMinor"), sumOf("netMinor")]).toEqual([total("fee"), total("net")]);
  // The bank's question moves nothing, so nothing above waits for it.
  const disputes = () => catchUp().then(() => deps.db.rows.dispute.count());
  await expect.poll(disputes, { timeout: 30_000, interval: 200 }).toBe(3);
}, 60_000);

it("names a payment at Stripe for no order of ours", async () => {
  const foreign = await stripe.dashboard.checkout.sessions.create({
    mode: "payment",
    line_items: [{ quantity: 1, price_data: { currency: "aud", unit_amount: 777, product_data: { name: "Else" } } }],
    success_url: "http://else.test/",
  });
  await stripe.payByCard(foreign.id);
  const { payment_intent: processorId } = await stripe.dashboard.checkout.sessions.retrieve(foreign.id);
  const days = await compared();
  expect(days.filter(({ open }) => open > 0)).toMatchObject([{ state: "differs", open: 1 }]);
  expect(differencesOf(days)).toMatchObject([
    { kind: "paid-there-not-here", orderId: null, processorId, ours: null, theirs: 777, unit: "AUD" },
  ]);
});

it("names a payment whose order was never settled with that order, and marks it resolved once it is, never deleted", async () => {
  const { orderId, sessionId } = await placedAtSandbox(deps);
  await stripe.payByCard(sessionId);
  const [difference, ...others] = await openOf(orderId);
  expect(difference).toMatchObject({ kind: "paid-there-not-here", ours: null, theirs: 500, unit: "USD" });
  expect(others).toEqual([]);
  expect(await openOf(orderId)).toEqual([difference]);
  await settleOrder(deps, { orderId });
  expect(await openOf(orderId)).toEqual([]);
  expect(differencesOf(await compared()).find(({ id }) => id === difference?.id)).toEqual({
    ...difference,
    resolvedAt: expect.any(String),
  });
  await expect(deps.db.query("DELETE FROM difference", [])).rejects.toThrow("permission denied");
  const owner = new pg.Client({ connectionString: deps.database.ownerUrl });
  await owner.connect();
  await expect(owner.query("DELETE FROM difference")).rejects.toThrow("stays on record");
  await expect(owner.query("UPDATE balance_movement SET amount_minor = 0")).rejects.toThrow("only added to");
  await owner.end();
});

type Breach = { named: string[]; by(bought: Bought): Promise<unknown> };
const run = (sql: string, ...params: unknown[]) => superuser.query(sql, params);

const breaches: Record<string, Breach> = {
  "an order that forgot that it was paid": {
    named: ["lot-of-unpaid-order", "paid-there-not-here"],
    by: ({ orderId }) => run("UPDATE credit_order SET state = 'placed', paid_at = NULL WHERE id = $1", orderId),
  },
  "an order paid by what Stripe does not know": {
    named: ["paid-here-not-there", "paid-there-not-here"],
    by: ({ orderId }) => run("UPDATE credit_order SET stripe_payment_intent_id = 'pi_gone' WHERE id = $1", orderId),
  },
  "an order of another amount": {
    named: ["amount-differs"],
    by: ({ orderId }) => run("UPDATE credit_order SET charged_minor = charged_minor + 1 WHERE id = $1", orderId),
  },
  "a refund whose row is gone": {
    named: ["reclaim-differs", "refund-unknown-here"],
    by: async (bought) => {
      await refunded(bought);
      await run("DELETE FROM refund WHERE order_id = $1", bought.orderId);
    },
  },
  "a refund that Stripe does not know": {
    named: ["refund-missing-there", "refund-unknown-here"],
    by: async (bought) => {
      await refunded(bought);
      await run("UPDATE refund SET stripe_refund_id = 're_' || id WHERE order_id = $1", bought.orderId);
    },
  },
  "a refund of another amount, with other credits": {
    named: ["reclaim-differs", "refund-amount-differs"],
    by: async (bought) => {
      await refunded(bought);
      await run("UPDATE refund SET amount_minor = 1, reclaimed = 1 WHERE order_id = $1", bought.orderId);
    },
  },
  "a refund that failed at Stripe alone": {
    named: ["refund-failed-there-not-here"],
    by: async (bought) => stripe.control(`/refunds/${await refunded(bought)}`, { to: "failed" }),
  },
  "a refund that failed here alone": {
    named: ["reclaim-differs", "refund-failed-here-not-there"],
    by: async (bought) => {
      await refunded(bought);
      await run("UPDATE refund SET state = 'failed' WHERE order_id = $1", bought.orderId);
    },
  },
  "a dispute whose row is gone": {
    named: ["dispute-unknown-here"],
    by: async (bought) => {
      await disputed(bought);
      await run("DELETE FROM dispute WHERE order_id = $1", bought.orderId);
    },
  },
  "a dispute that Stripe does not know": {
    named: ["dispute-missing-there", "dispute-unknown-here"],
    by: async (bought) => {
      await disputed(bought);
      await run("UPDATE dispute SET stripe_dispute_id = 'du_' || id WHERE order_id = $1", bought.orderId);
    },
  },
  "a dispute of another amount": {
    named: ["dispute-amount-differs"],
    by: async (bought) => {
      await disputed(bought);
      await run("UPDATE dispute SET amount_minor = amount_minor - 1 WHERE order_id = $1", bought.orderId);
    },
  },
  "a dispute won at Stripe alone": {
    named: ["dispute-won-there-not-here"],
    by: async (bought) => stripe.control(`/disputes/${await disputed(bought)}`, { to: "won" }),
  },
  "a dispute won here alone": {
    named: ["dispute-won-here-not-there"],
    by: async (bought) => {
      await disputed(bought);
      await run("UPDATE dispute SET state = 'won', closed_at = opened_at WHERE order_id = $1", bought.orderId);
    },
  },
  "a lot that is gone": {
    named: ["lot-missing"],
    by: ({ orderId }) => run("DELETE FROM ledger.lot WHERE order_id = $1", orderId),
  },
  "a lot that is there twice": {
    named: ["lot-twice"],
    by: ({ orderId }) =>
      run(
        `INSERT INTO ledger.lot SELECT (jsonb_populate_record(lot, '{"id": "lot_twin"}')).* FROM ledger.lot
         WHERE order_id = $1`,
        orderId,
      ),
  },
  "a lot of other credits": {
    named: ["lot-credits-differ"],
    by: ({ orderId }) =>
      run("UPDATE ledger.lot SET granted = granted + 1, available = available + 1 WHERE order_id = $1", orderId),
  },
  "a lot at another price": {
    named: ["lot-price-differs"],
    by: ({ orderId }) => run("UPDATE ledger.lot SET paid_minor = paid_minor + 1 WHERE order_id = $1", orderId),
  },
};

it.each(Object.entries(breaches))("names %s, with its order and both sides", async (_, { named, by }) => {
  const bought = await buyPack(deps, stripe);
  expect(await openOf(bought.orderId)).toEqual([]);
  await by(bought);
  const found = await openOf(bought.orderId);
  expect(found.map(({ kind }) => kind).sort()).toEqual(named);
  for (const { ours, theirs, unit } of found) {
    expect(ours).not.toBe(theirs);
    expect(unit).toMatch(/^(USD|credits)$/);
  }
});

it("names the two currencies of a payment that was charged in another one", async () => {
  const bought = await buyPack(deps, stripe);
  await run("UPDATE credit_order SET charged_currency = 'EUR' WHERE id = $1", bought.orderId);
  expect((await openOf(bought.orderId)).map(({ kind, ours, theirs, unit }) => ({ kind, ours, theirs, unit }))).toEqual([
    { kind: "amount-differs", ours: null, theirs: 500, unit: "USD" },
    { kind: "amount-differs", ours: 500, theirs: null, unit: "EUR" },
  ]);
});

it("leaves nothing unexplained: the differences named are all that the sums are apart, in every currency", async () => {
  const days = await compared();
  const net = ({ paid, refunded, disputed }: SideOfDay) => paid - refunded - disputed;
  const namedOf = ({ differences }: DayFile) =>
    differences.filter(({ resolvedAt, kind }) => resolvedAt === null && !/^lot-|^reclaim-/.test(kind));
  expect(days.flatMap(namedOf).length).toBeGreaterThan(15);
  for (const day of days) {
    for (const { currency, ours, theirs } of day.sums) {
      const inCurrency = namedOf(day).filter(({ unit }) => unit === currency);
      const explained = inCurrency.reduce((sum, found) => sum + (found.theirs ?? 0) - (found.ours ?? 0), 0);
      expect({ currency, unexplained: net(theirs) - net(ours) - explained }).toEqual({ currency, unexplained: 0 });
    }
  }
});

it("does a day again because somebody asks, on record, and none that is to come", async () => {
  const day = (await compared()).find(({ open }) => open > 0)?.day ?? firstDay;
  await askToCompare(deps, staff, { day });
  expect(await viewDay(deps, { day })).toMatchObject({ state: "waiting" });
  await runJobs(deps);
  expect(await viewDay(deps, { day })).toMatchObject({ state: "differs", comparedAt: expect.any(String) });
  expect(await deps.db.rows.act.count({ where: { act: "reconciliation.compare", subject: day } })).toBe(1);
  await expect(askToCompare(deps, staff, { day: "2999-01-01" })).rejects.toMatchObject({ code: "request/invalid" });
});

it("compares the days that are over by itself, each once and once more, and a week that nobody did", async () => {
  const compareAll = async () => {
    await compareDue(deps);
    await runJobs(deps);
  };
  await compareAll();
  const { rows } = await listDays(deps, {});
  const past = rows.filter((row) => row.day < firstDay);
  expect(past.length).toBeGreaterThanOrEqual(6);
  expect(past.every(({ state }) => state === "balanced")).toBe(true);
  const times = past.map(({ comparedAt }) => comparedAt);
  await compareAll();
  expect(
    (await listDays(deps, {})).rows.filter((row) => row.day < firstDay).map(({ comparedAt }) => comparedAt),
  ).toEqual(times);
});
