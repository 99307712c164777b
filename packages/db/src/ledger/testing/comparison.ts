import { credits, type HoldId, type LotId, type MemberId, newId, type OrderId } from "@covenant/domain";
import { expect } from "vitest";
import { adjust } from "../adjust.ts";
import { capture } from "../capture.ts";
import { chargeback } from "../chargeback.ts";
import { expire } from "../expire.ts";
import { forfeit } from "../forfeit.ts";
import { freeze } from "../freeze.ts";
import { grant } from "../grant.ts";
import { hold } from "../hold.ts";
import { payBack } from "../pay-back.ts";
import type { Receipt } from "../receipt.ts";
import { reclaim } from "../reclaim.ts";
import { release } from "../release.ts";
import { restore } from "../restore.ts";
import { reviewHold } from "../review-hold.ts";
import { unchargeback } from "../unchargeback.ts";
import { unfreeze } from "../unfreeze.ts";
import { unreclaim } from "../unreclaim.ts";
import type { LedgerDatabase } from "./ledger-database.ts";
import type { Step } from "./model-steps.ts";
import { paidOrder } from "./paid-order.ts";
import { type ModelHold, ReferenceModel, Senseless, TooFew } from "./reference-model.ts";

const epoch = Date.parse("2030-01-01T00:00:00Z");
export const day = (number: number) => new Date(epoch + number * 86_400_000);

const disputeVerbs = { freeze, unfreeze, chargeback, unchargeback } as const;

/** Does each step to a real wallet and to the model of it, and compares their answers. */
export class Comparison {
  readonly model = new ReferenceModel();
  private readonly done: { again: () => Promise<Receipt>; receipt: Receipt; key: string }[] = [];
  private readonly orders = [newId("order"), newId("order"), newId("order")];
  private readonly ledger: LedgerDatabase;
  private readonly walletId: MemberId;
  private calls = 0;

  constructor(ledger: LedgerDatabase, walletId: MemberId) {
    this.ledger = ledger;
    this.walletId = walletId;
  }

  async take(step: Step): Promise<void> {
    const { model, ledger, walletId } = this;
    const key = `call ${this.calls++}`;
    const call = { walletId, key, reason: "a step" };
    switch (step.verb) {
      case "wait":
        model.now += step.days;
        return ledger.setClock(day(model.now));
      case "repeat":
        return this.repeat(step.which);
      case "reuse":
        return this.reuse(step.which);
      case "expire":
        expect(await expire(ledger, walletId)).toMatchObject({ moved: model.expireDue(), ...model.balance() });
        return;
      case "grant":
        return this.grant(step, key);
      case "hold": {
        const wanted = { walletId, key, holdId: newId("hold"), credits: credits(step.amount), cause: "gen_1" };
        return this.agree(
          key,
          () => model.hold(wanted.holdId, step.amount),
          () => hold(ledger, wanted),
        );
      }
      case "capture":
      case "release": {
        const held = this.pick("open", step.which);
        return held && this.end(held, step, key);
      }
      case "review": {
        const held = this.pick("open", step.which);
        if (held === undefined) return;
        const review = { walletId, holdId: held.id as HoldId, until: day(model.now + 3), key };
        return this.agree(
          key,
          () => model.review(),
          () => reviewHold(ledger, review),
        );
      }
      case "pay-back": {
        const held = this.pick("captured", step.which);
        const part = Math.floor(((held ? creditsOf(held.captured) : 0) * step.share) / 100);
        if (held === undefined || part === 0) return;
        const of = { ...call, holdId: held.id as HoldId, credits: credits(part), ...this.graceArgument(step) };
        return this.agree(
          key,
          () => model.payBack(held, part, this.graceOf(step)),
          () => payBack(ledger, of),
        );
      }
      case "reclaim":
      case "unreclaim": {
        const orderId = this.orderWithLots(step.order);
        if (orderId === undefined) return;
        const amount = step.amount === null ? {} : { credits: credits(step.amount) };
        if (step.verb === "reclaim") {
          return this.agree(
            key,
            () => model.reclaim(orderId, step.amount),
            () => reclaim(ledger, { ...call, orderId, ...amount }),
          );
        }
        const grace = this.graceArgument(step);
        return this.agree(
          key,
          () => model.unreclaim(orderId, step.amount, this.graceOf(step)),
          () => unreclaim(ledger, { ...call, orderId, ...amount, ...grace }),
        );
      }
      case "freeze":
      case "unfreeze":
      case "chargeback":
      case "unchargeback": {
        const orderId = this.orderWithLots(step.order);
        if (orderId === undefined) return;
        const grace = this.graceArgument(step);
        return this.agree(
          key,
          () => model.dispute(step.verb, orderId, this.graceOf(step)),
          () => disputeVerbs[step.verb](ledger, { ...call, orderId, ...grace }),
        );
      }
      case "adjust":
        return this.agree(
          key,
          () => model.adjust(step.amount),
          () => adjust(ledger, { ...call, credits: credits(step.amount), cause: "act_1" }),
        );
      case "forfeit":
        return this.agree(
          key,
          () => model.forfeit(),
          () => forfeit(ledger, { ...call, cause: "dec_1" }),
        );
      case "restore": {
        const grace = this.graceArgument(step);
        return this.agree(
          key,
          () => model.restore(this.graceOf(step)),
          () => restore(ledger, { ...call, cause: "dec_2", ...grace }),
        );
      }
    }
  }

  /** Every lot of the wallet, bucket by bucket, and every hold. */
  async compareRows(): Promise<void> {
    const { ledger, model, walletId } = this;
    const lots = await ledger.query(
      `SELECT id, order_id AS "orderId", dispute, available::int, held::int, frozen::int, spent::int, expired::int,
         reclaimed::int, forfeited::int, charged_back::int AS "chargedBack", adjusted::int
       FROM ledger.lot WHERE wallet_id = $1::text ORDER BY granted_version`,
      [walletId],
    );
    expect(lots).toEqual(model.lots.map(({ due: _, ...lot }) => lot));
    const holds = await ledger.query(
      `SELECT id, state, (captured - paid_back)::int AS left FROM ledger.hold WHERE wallet_id = $1::text
       ORDER BY first_version`,
      [walletId],
    );
    expect(holds).toEqual(model.holds.map(({ id, state, captured }) => ({ id, state, left: creditsOf(captured) })));
  }

  private async grant(step: Step & { verb: "grant" }, key: string): Promise<void> {
    const { model, walletId } = this;
    const lotId: LotId = newId("lot");
    const due = step.days === null ? Infinity : model.now + step.days;
    const orderId = step.order === null ? null : this.orderAt(step.order);
    const terms = step.days === null ? {} : { expiresAt: day(due) };
    const order = orderId && { order: { id: orderId, paid: { amountMinor: 100, currency: "USD" as const } } };
    if (order) await paidOrder(this.ledger, { ...order.order, memberId: walletId, credits: step.amount });
    const lot = { walletId, lotId, credits: credits(step.amount), source: "bonus" as const, key, ...terms, ...order };
    return this.agree(
      key,
      () => model.grant({ id: lotId, orderId, credits: step.amount, due }),
      () => grant(this.ledger, lot),
    );
  }

  private end(held: ModelHold, step: Step & { verb: "capture" | "release" }, key: string): Promise<void> {
    const all = creditsOf(held.held);
    const part = step.verb === "release" ? 0 : Math.max(1, Math.floor((all * step.share) / 100));
    const of = { walletId: this.walletId, holdId: held.id as HoldId, key, ...this.graceArgument(step) };
    const share = part === all ? {} : { credits: credits(part) };
    return this.agree(
      key,
      () => this.model.resolve(held, part, this.graceOf(step)),
      () => (part === 0 ? release(this.ledger, of) : capture(this.ledger, { ...of, ...share })),
    );
  }

  /** Both move the same and leave the same balance, or both refuse. */
  private async agree(key: string, inModel: () => number, inLedger: () => Promise<Receipt>): Promise<void> {
    const expected = attempt(inModel);
    if (typeof expected === "number") {
      const receipt = await inLedger();
      expect(receipt).toMatchObject({ moved: expected, ...this.model.balance(), replayed: false });
      this.done.push({ again: inLedger, receipt, key });
    } else if (expected instanceof TooFew) {
      const facts = { available: expected.available };
      await expect(inLedger()).rejects.toMatchObject({ code: "credits/insufficient", facts });
    } else {
      await expect(inLedger()).rejects.toMatchObject({ code: expect.stringMatching(/^(LG007|wallet\/closed)$/) });
    }
  }

  /** Anything done before, done again, gives its first answer and changes nothing. */
  private async repeat(which: number): Promise<void> {
    const earlier = this.done[which % Math.max(1, this.done.length)];
    if (earlier !== undefined) expect(await earlier.again()).toEqual({ ...earlier.receipt, replayed: true });
  }

  /** A key that comes back with another question is refused. */
  private async reuse(which: number): Promise<void> {
    const earlier = this.done[which % Math.max(1, this.done.length)];
    if (earlier === undefined) return;
    const { walletId } = this;
    const other = { walletId, credits: credits(1), cause: "act_2", reason: "another", key: earlier.key };
    await expect(adjust(this.ledger, other)).rejects.toThrow("request/reused-key");
  }

  private pick(state: ModelHold["state"], which: number): ModelHold | undefined {
    const holds = this.model.holds.filter((held) => held.state === state);
    return holds[which % Math.max(1, holds.length)];
  }

  private orderAt(at: number): OrderId {
    const orderId = this.orders[at];
    if (orderId === undefined) throw new RangeError(`no order ${at}`);
    return orderId;
  }

  private orderWithLots(at: number): OrderId | undefined {
    const orderId = this.orderAt(at);
    return this.model.lotsOf(orderId).length > 0 ? orderId : undefined;
  }

  private graceOf({ days }: { days: number | null }): number {
    return days === null ? -Infinity : this.model.now + days;
  }

  private graceArgument({ days }: { days: number | null }): { graceUntil?: Date } {
    return days === null ? {} : { graceUntil: day(this.model.now + days) };
  }
}

function attempt(work: () => number): number | TooFew | Senseless {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooFew || error instanceof Senseless) return error;
    throw error;
  }
}

function creditsOf(portions: { credits: number }[]): number {
  return portions.reduce((total, portion) => total + portion.credits, 0);
}
