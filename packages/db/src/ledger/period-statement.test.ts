import {
  credits,
  type HoldId,
  type LotDetail,
  type MemberId,
  newId,
  type OrderId,
  type StatementView,
} from "@covenant/domain";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { adjust } from "./adjust.ts";
import { getBalance } from "./balance.ts";
import { capture } from "./capture.ts";
import { chargeback } from "./chargeback.ts";
import { entryPages } from "./entry-details.ts";
import { forfeit } from "./forfeit.ts";
import { freeze } from "./freeze.ts";
import { grant } from "./grant.ts";
import { hold } from "./hold.ts";
import { payBack } from "./pay-back.ts";
import { additionProblem, getPeriod, getStatement, getWalletLife } from "./period-statement.ts";
import { reclaim } from "./reclaim.ts";
import { release } from "./release.ts";
import { restore } from "./restore.ts";
import { reviewHold } from "./review-hold.ts";
import { freshLedger, type LedgerDatabase, walletWith } from "./testing/ledger-database.ts";
import { paidOrder } from "./testing/paid-order.ts";
import { unfreeze } from "./unfreeze.ts";
import { unreclaim } from "./unreclaim.ts";

let ledger: LedgerDatabase;

beforeAll(async () => {
  ledger = await freshLedger();
});
afterAll(() => ledger.drop());

const months = ["2030-01", "2030-02", "2030-03", "2030-04", "2030-05"] as const;
const zones = ["UTC", "Europe/Berlin", "America/Los_Angeles", "Asia/Shanghai"] as const;
const epoch = Date.parse("2030-01-02T00:00:00Z");
const hour = 3_600_000;

const amount = fc.integer({ min: 1, max: 40 });
const which = fc.nat({ max: 1000 });
const verbs = ["capture", "capture part", "release", "review", "pay back", "reclaim", "unreclaim", "dispute"] as const;
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ verb: fc.constant("grant" as const), amount, days: fc.option(fc.nat(40)) }) },
  { weight: 5, arbitrary: fc.record({ verb: fc.constantFrom("hold" as const, "adjust" as const), amount }) },
  { weight: 8, arbitrary: fc.record({ verb: fc.constantFrom(...verbs), which }) },
  { weight: 4, arbitrary: fc.record({ verb: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 300 }) }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant("close" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

type Snapshot = { at: number; balance: StatementView["closing"]; lots: Map<string, Places> };
type Places = Pick<LotDetail, "available" | "held" | "frozen" | "spent" | "expired" | "reclaimed" | "adjusted">;

/** Does to one wallet whatever it is told, and remembers how it stood after each step. */
class History {
  readonly snapshots: Snapshot[] = [];
  readonly walletId: MemberId;
  private now = epoch;
  private calls = 0;
  private readonly orders: { id: OrderId; isDisputed: boolean }[] = [];
  private readonly holds: { id: HoldId; credits: number; state: "open" | "captured" | "ended" }[] = [];

  constructor(walletId: MemberId) {
    this.walletId = walletId;
  }

  async take(step: Step): Promise<void> {
    const { walletId } = this;
    const key = `call ${this.calls++}`;
    const { available } = await getBalance(ledger, walletId);
    switch (step.verb) {
      case "wait":
        this.now += step.hours * hour;
        await ledger.setClock(new Date(this.now));
        break;
      case "grant": {
        const order = { id: newId("order"), isDisputed: false };
        this.orders.push(order);
        const paid = { amountMinor: 500, currency: "USD" } as const;
        const expiresAt = step.days === null ? {} : { expiresAt: new Date(this.now + step.days * 24 * hour) };
        const lot = { lotId: newId("lot"), credits: credits(step.amount), source: "pack", cause: order.id } as const;
        await paidOrder(ledger, { id: order.id, memberId: walletId, credits: step.amount, paid });
        await grant(ledger, { walletId, ...lot, order: { id: order.id, paid }, ...expiresAt, key });
        break;
      }
      case "hold": {
        if (step.amount > available) return;
        const holdId = newId("hold");
        this.holds.push({ id: holdId, credits: step.amount, state: "open" });
        await hold(ledger, { walletId, holdId, credits: credits(step.amount), cause: "gen_1", key });
        break;
      }
      case "adjust":
        if (step.amount > available) return;
        await adjust(ledger, { walletId, credits: credits(step.amount), cause: "act_1", reason: "mistake", key });
        break;
      case "close":
        await forfeit(ledger, { walletId, cause: "dec_1", reason: "terms", key });
        await restore(ledger, { walletId, cause: "app_1", reason: "appeal", key: `${key} back` });
        break;
      case "capture":
      case "capture part":
      case "release":
      case "review":
      case "pay back":
        await this.moveHold(step.verb, step.which, key);
        break;
      default:
        await this.moveOrder(step.verb, step.which, key);
    }
    await this.remember();
  }

  private async moveHold(verb: string, which: number, key: string): Promise<void> {
    const wanted = this.holds.filter(({ state }) => state === (verb === "pay back" ? "captured" : "open"));
    const held = wanted[which % Math.max(1, wanted.length)];
    if (held === undefined) return;
    const of = { walletId: this.walletId, holdId: held.id, key };
    if (verb === "review") return void (await reviewHold(ledger, { ...of, until: new Date(this.now + hour) }));
    held.state = verb === "release" || verb === "pay back" ? "ended" : "captured";
    if (verb === "release") await release(ledger, of);
    else if (verb === "pay back") await payBack(ledger, { ...of, reason: "fault" });
    else if (verb === "capture") await capture(ledger, of);
    else await capture(ledger, { ...of, credits: credits(Math.ceil(held.credits / 2)) });
  }

  private async moveOrder(verb: string, which: number, key: string): Promise<void> {
    const order = this.orders[which % Math.max(1, this.orders.length)];
    if (order === undefined) return;
    const of = { walletId: this.walletId, orderId: order.id, reason: "test", key };
    if (verb === "reclaim") return void (await reclaim(ledger, of));
    if (verb === "unreclaim") return void (await unreclaim(ledger, of));
    if (!order.isDisputed) await freeze(ledger, of);
    else if (which % 2 === 0) await unfreeze(ledger, of);
    else {
      await chargeback(ledger, of);
      this.orders.splice(this.orders.indexOf(order), 1);
    }
    order.isDisputed = !order.isDisputed;
  }

  private async remember(): Promise<void> {
    const lots = await ledger.query<Places & { id: string }>(
      `SELECT id, available::float8, held::float8, frozen::float8, spent::float8, expired::float8, reclaimed::float8,
         adjusted::float8 FROM ledger.lot WHERE wallet_id = $1::text`,
      [this.walletId],
    );
    const [balance] = await ledger.query<Snapshot["balance"]>(
      "SELECT available::float8, held::float8, frozen::float8 FROM ledger.wallet WHERE id = $1::text",
      [this.walletId],
    );
    if (balance === undefined) throw new Error("no wallet");
    this.snapshots.push({ at: this.now, balance, lots: new Map(lots.map(({ id, ...places }) => [id, places])) });
  }
}

const nothing = { available: 0, held: 0, frozen: 0 };

/** One zone's statements of a history, each compared with the one before it and with what was seen at the time. */
async function checkStatements({ walletId, snapshots }: History, zone: string): Promise<void> {
  let closing: StatementView["closing"] = nothing;
  let versions = 0;
  for (const month of months) {
    const statement = await getStatement(ledger, { walletId, month, zone });
    const seen = snapshots.filter(({ at }) => at < Date.parse(statement.until)).at(-1);
    expect(statement.opening).toEqual(closing);
    expect(statement.closing).toEqual(seen?.balance ?? nothing);
    expect(statement.versions?.first ?? versions + 1).toBe(versions + 1);
    for (const { id, ...lot } of statement.lots) expect(lot).toMatchObject(seen?.lots.get(id) ?? {});
    closing = statement.closing;
    versions += statement.entries;
  }
  const [wallet] = await ledger.query<{ version: number }>(
    "SELECT version::float8 FROM ledger.wallet WHERE id = $1::text",
    [walletId],
  );
  expect(versions).toBe(wallet?.version);
}

it("adds up for every month and zone of any history, month on month, and is what was there at the time", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 60 }), async (steps) => {
      await ledger.setClock(new Date(epoch));
      const history = new History(await walletWith(ledger, 0));
      for (const next of steps) await history.take(next);
      for (const zone of zones) await checkStatements(history, zone);
    }),
    { numRuns: 40 },
  );
}, 180_000);

it("begins and ends a month at midnight of the zone", async () => {
  const walletId = newId("member");
  const period = (zone: string) => getPeriod(ledger, { walletId, month: "2030-03", zone });
  expect(await period("UTC")).toMatchObject({ from: "2030-03-01T00:00:00.000Z", until: "2030-04-01T00:00:00.000Z" });
  // Clocks there go forward on the last Sunday of March.
  expect(await period("Europe/Berlin")).toMatchObject({
    from: "2030-02-28T23:00:00.000Z",
    until: "2030-03-31T22:00:00.000Z",
  });
});

it("keeps a month as it was, whatever comes later, and keeps the current one open", async () => {
  await ledger.setClock(new Date("2030-01-31T23:59:59Z"));
  const walletId = await walletWith(ledger, 30);
  const january = { walletId, month: "2030-01", zone: "UTC" };
  const before = await getStatement(ledger, january);
  expect(before).toMatchObject({ isOver: false, asOf: "2030-01-31T23:59:59.000Z" });
  await ledger.setClock(new Date("2030-02-01T00:00:00Z"));
  await hold(ledger, { walletId, holdId: newId("hold"), credits: credits(7), cause: "gen_1", key: "later" });
  expect(await getStatement(ledger, january)).toEqual({ ...before, isOver: true, asOf: before.until });
  const february = await getStatement(ledger, { ...january, month: "2030-02" });
  expect(february).toMatchObject({ isOver: false, opening: before.closing, closing: { available: 23, held: 7 } });
});

it("states no sum that the entries do not make", async () => {
  await ledger.setClock(new Date(epoch));
  const walletId = await walletWith(ledger, 30);
  const sound = await getStatement(ledger, { walletId, month: "2030-01", zone: "UTC" });
  expect(additionProblem(sound)).toBeNull();
  const [total] = sound.totals;
  if (total === undefined) throw new Error("no total");
  expect(additionProblem({ ...sound, totals: [{ ...total, credits: 31 }] })).toMatch(/available begins/);
  expect(additionProblem({ ...sound, lots: [] })).toMatch(/the lots have 0/);
  expect(additionProblem({ ...sound, entries: 2 })).toMatch(/2 entries in 1 versions/);
});

it("gives a file every entry of a range, oldest first, over any number of pages", async () => {
  const walletId = await walletWith(ledger, 5000);
  for (let at = 0; at < 1004; at += 1)
    await hold(ledger, { walletId, holdId: newId("hold"), credits: credits(1), cause: "gen_1", key: `hold ${at}` });
  const versions: number[] = [];
  for await (const page of entryPages(ledger, { walletId, range: { before: 2, last: 1005 } }))
    versions.push(...page.map(({ version }) => version));
  expect(versions).toEqual(Array.from({ length: 1003 }, (_, at) => at + 3));
});

it("knows since when there is something to state", async () => {
  await ledger.setClock(new Date(epoch));
  expect(await getWalletLife(ledger, await walletWith(ledger, 0))).toEqual({
    openedAt: new Date(epoch),
    now: new Date(epoch),
  });
  await expect(getWalletLife(ledger, newId("member"))).rejects.toMatchObject({ code: "thing/not-found" });
});
