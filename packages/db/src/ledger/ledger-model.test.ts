import { credits, type HoldId, type LotId, type MemberId, newId } from "@covenant/domain";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditLedger } from "./audit-ledger.ts";
import { capture } from "./capture.ts";
import { expire } from "./expire.ts";
import { grant } from "./grant.ts";
import { hold } from "./hold.ts";
import { payBack } from "./pay-back.ts";
import type { Receipt } from "./receipt.ts";
import { release } from "./release.ts";
import { freshLedger, type LedgerDatabase, walletWith } from "./testing/ledger-database.ts";
import { type ModelHold, ReferenceModel } from "./testing/reference-model.ts";

let ledger: LedgerDatabase;

beforeAll(async () => {
  ledger = await freshLedger();
});
afterAll(() => ledger.drop());

const amount = fc.integer({ min: 1, max: 30 });
const days = fc.integer({ min: 1, max: 12 });
const which = fc.nat({ max: 1000 });
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ verb: fc.constant("grant" as const), amount, days: fc.option(days) }) },
  { weight: 5, arbitrary: fc.record({ verb: fc.constant("hold" as const), amount }) },
  {
    weight: 4,
    arbitrary: fc.record({ verb: fc.constant("capture" as const), which, share: fc.nat(100), days: fc.option(days) }),
  },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant("release" as const), which, days: fc.option(days) }) },
  {
    weight: 3,
    arbitrary: fc.record({ verb: fc.constant("pay-back" as const), which, share: fc.nat(100), days: fc.option(days) }),
  },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant("wait" as const), days }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant("expire" as const) }) },
  { weight: 3, arbitrary: fc.record({ verb: fc.constant("repeat" as const), which }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const epoch = Date.parse("2030-01-01T00:00:00Z");
const day = (number: number) => new Date(epoch + number * 86_400_000);

/** Does each step to a real wallet and to the model of it, and compares their answers. */
class Comparison {
  readonly model = new ReferenceModel();
  private readonly done: { again: () => Promise<Receipt>; receipt: Receipt }[] = [];
  private readonly walletId: MemberId;
  private calls = 0;

  constructor(walletId: MemberId) {
    this.walletId = walletId;
  }

  async take(step: Step): Promise<void> {
    const { model, walletId } = this;
    const key = `call ${this.calls++}`;
    switch (step.verb) {
      case "wait":
        model.now += step.days;
        return ledger.setClock(day(model.now));
      case "repeat":
        return this.repeat(step.which);
      case "expire":
        model.expireDue();
        return this.agree(await expire(ledger, walletId));
      case "grant": {
        const lotId = newId("lot");
        const due = step.days === null ? Infinity : model.now + step.days;
        model.grant(lotId, step.amount, due);
        const end = step.days === null ? {} : { expiresAt: day(due) };
        return this.call(() =>
          grant(ledger, { walletId, lotId, credits: credits(step.amount), source: "bonus", key, ...end }),
        );
      }
      case "hold": {
        const holdId = newId("hold");
        const wanted = { walletId, holdId, credits: credits(step.amount), cause: "gen_1", key };
        if (model.hold(holdId, step.amount)) return this.call(() => hold(ledger, wanted));
        const { available } = model.balance();
        const facts = { needed: step.amount, available };
        return expect(hold(ledger, wanted)).rejects.toMatchObject({ code: "credits/insufficient", facts });
      }
      case "capture": {
        const held = this.pick("open", step.which);
        if (held === undefined) return;
        const all = sum(held.held);
        const part = Math.max(1, Math.floor((all * step.share) / 100));
        model.resolve(held, part, graceOf(step, model));
        const share = part === all ? {} : { credits: credits(part) };
        const of = { walletId, holdId: held.id as HoldId, key, ...share, ...graceArgument(step, model) };
        return this.call(() => capture(ledger, of));
      }
      case "release": {
        const held = this.pick("open", step.which);
        if (held === undefined) return;
        model.resolve(held, 0, graceOf(step, model));
        const of = { walletId, holdId: held.id as HoldId, key, ...graceArgument(step, model) };
        return this.call(() => release(ledger, of));
      }
      case "pay-back": {
        const held = this.pick("captured", step.which);
        const part = Math.floor(((held ? sum(held.captured) : 0) * step.share) / 100);
        if (held === undefined || part === 0) return;
        model.payBack(held, part, graceOf(step, model));
        const of = { walletId, holdId: held.id as HoldId, credits: credits(part), reason: "fault", key };
        const grace = graceArgument(step, model);
        return this.call(() => payBack(ledger, { ...of, ...grace }));
      }
    }
  }

  /** Every lot of the wallet, bucket by bucket. */
  async compareLots(): Promise<void> {
    const rows = await ledger.query<{ id: LotId }>(
      `SELECT id, available::int, held::int, spent::int, expired::int FROM ledger.lot
       WHERE wallet_id = $1::text ORDER BY granted_version`,
      [this.walletId],
    );
    expect(rows).toEqual(this.model.lots.map(({ due: _, ...lot }) => lot));
  }

  private async call(verb: () => Promise<Receipt>): Promise<void> {
    const receipt = await verb();
    this.done.push({ again: verb, receipt });
    this.agree(receipt);
  }

  private agree(receipt: Receipt): void {
    expect(receipt).toMatchObject(this.model.balance());
  }

  /** Anything done before, done again, gives its first answer and changes nothing. */
  private async repeat(which: number): Promise<void> {
    const earlier = this.done[which % Math.max(1, this.done.length)];
    if (earlier !== undefined) expect(await earlier.again()).toEqual({ ...earlier.receipt, replayed: true });
  }

  private pick(state: ModelHold["state"], which: number): ModelHold | undefined {
    const holds = this.model.holds.filter((held) => held.state === state);
    return holds[which % Math.max(1, holds.length)];
  }
}

function sum(portions: { credits: number }[]): number {
  return portions.reduce((total, portion) => total + portion.credits, 0);
}

function graceOf(step: { days: number | null }, model: ReferenceModel): number {
  return step.days === null ? -Infinity : model.now + step.days;
}

function graceArgument(step: { days: number | null }, model: ReferenceModel): { graceUntil?: Date } {
  return step.days === null ? {} : { graceUntil: day(model.now + step.days) };
}

it("agrees with a reference model after every step of any history", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
      await ledger.setClock(day(0));
      const comparison = new Comparison(await walletWith(ledger, 0));
      for (const next of steps) {
        await comparison.take(next);
        await comparison.compareLots();
      }
    }),
    { numRuns: 60 },
  );
  expect(await auditLedger(ledger)).toEqual([]);
}, 120_000);
