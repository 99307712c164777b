import { credits, type HoldId, type MemberId, newId, type OrderId, Refusal } from "@covenant/domain";
import type { SqlRunner } from "../../sql-runner.ts";
import { sqlstateOf } from "../../sqlstate.ts";
import { adjust } from "../adjust.ts";
import { capture } from "../capture.ts";
import { chargeback } from "../chargeback.ts";
import { expire } from "../expire.ts";
import { forfeit } from "../forfeit.ts";
import { freeze } from "../freeze.ts";
import { grant } from "../grant.ts";
import { hold } from "../hold.ts";
import { holdMany } from "../hold-many.ts";
import { openWallet } from "../open-wallet.ts";
import { payBack } from "../pay-back.ts";
import type { Receipt } from "../receipt.ts";
import { reclaim } from "../reclaim.ts";
import { release } from "../release.ts";
import { restore } from "../restore.ts";
import { reviewHold } from "../review-hold.ts";
import { unchargeback } from "../unchargeback.ts";
import { unfreeze } from "../unfreeze.ts";
import { unreclaim } from "../unreclaim.ts";
import { paidOrder } from "./paid-order.ts";

/** What a caller was told, and must find true for ever. */
export type Acknowledged = { walletId: MemberId; key: string; receipt: Receipt };
type Purchase = { walletId: MemberId; orderId: OrderId };
type Held = { walletId: MemberId; holdId: HoldId };

/** Bugs of the caller, which random callers have by nature: a hold ended twice, more paid back than was taken, a dispute told in the wrong order. */
const ownFaults = ["LG004", "LG005", "LG006", "LG007"];

/**
 * Random work on few wallets. Many callers may take steps at once; what one made, such as a hold, another may end. The
 * same seed gives the same sequence to one caller alone.
 */
export class MixedLoad {
  readonly acknowledged: Acknowledged[] = [];
  private readonly unanswered = new Map<string, () => Promise<unknown>>();
  private readonly wallets: readonly MemberId[];
  private readonly purchases: Purchase[] = [];
  private readonly held: Held[] = [];
  private readonly random: () => number;

  constructor(wallets: readonly MemberId[], seed: number) {
    this.wallets = wallets;
    this.random = randomFrom(seed);
  }

  /** Does one operation and remembers what was answered. A fault of the world rises; its outcome is then unknown. */
  async step(sql: SqlRunner): Promise<void> {
    await this.anyVerb(sql).catch(acceptNo);
  }

  /** Asks again, under its key, everything that was asked and never answered, and says how much that was. */
  async askAgain(): Promise<number> {
    const asked = [...this.unanswered];
    for (const [key, ask] of asked) await this.untilAnswered(key, ask).catch(acceptNo);
    return asked.length;
  }

  /** The acknowledged operations that are not in the ledger as they were told. */
  async missing(sql: SqlRunner): Promise<Acknowledged[]> {
    const rows = await sql.query<{ told: string }>(
      `SELECT wallet_id || ' ' || key || ' ' || version || ' ' || available_after || '/' || held_after || '/' || frozen_after
         AS told
       FROM ledger.entry WHERE fingerprint IS NOT NULL`,
      [],
    );
    const written = new Set(rows.map(({ told }) => told));
    return this.acknowledged.filter(({ walletId, key, receipt: { version, available, held, frozen } }) => {
      return !written.has(`${walletId} ${key} ${version} ${available}/${held}/${frozen}`);
    });
  }

  private async anyVerb(sql: SqlRunner): Promise<void> {
    const dice = this.random() * 100;
    if (dice < 32) return this.hold(sql);
    if (dice < 60) return this.end(sql);
    if (dice < 66) return this.grant(sql);
    if (dice < 72) return this.payBack(sql);
    if (dice < 92) return this.moveOrder(sql);
    if (dice < 95) return this.holdMany(sql);
    return this.moveWallet(sql);
  }

  private async hold(sql: SqlRunner): Promise<void> {
    const walletId = this.anyWallet();
    const wanted = { walletId, holdId: newId("hold"), credits: credits(1 + this.upTo(5)), cause: newId("generation") };
    const receipt = await this.told(walletId, (key) => hold(sql, { ...wanted, key }));
    this.held.push({ walletId, holdId: receipt.holdId });
  }

  private async holdMany(sql: SqlRunner): Promise<void> {
    const wanted = Array.from({ length: 5 }, () => {
      const holdId = newId("hold");
      return { walletId: this.anyWallet(), holdId, credits: credits(1), cause: newId("generation"), key: holdId };
    });
    await this.untilAnswered(newId("request"), async () => {
      for (const [at, { holdId, ...receipt }] of (await holdMany(sql, wanted)).entries()) {
        const asked = wanted[at];
        if (holdId === null || asked === undefined) continue;
        this.acknowledged.push({ walletId: asked.walletId, key: asked.key, receipt });
        this.held.push({ walletId: asked.walletId, holdId });
      }
    });
  }

  private async end(sql: SqlRunner): Promise<void> {
    const held = this.anyHeld();
    if (held === undefined) return;
    const verb = this.pick(["whole", "whole", "part", "release", "review"]);
    await this.told(held.walletId, (key) => {
      if (verb === "review") return reviewHold(sql, { ...held, until: new Date("2040-01-01"), key });
      if (verb === "release") return release(sql, { ...held, reason: "failed", key });
      return capture(sql, { ...held, ...(verb === "part" && { credits: credits(1) }), reason: "delivered", key });
    });
  }

  private async grant(sql: SqlRunner): Promise<void> {
    const walletId = this.anyWallet();
    const orderId = newId("order");
    const order = { id: orderId, paid: { amountMinor: 500, currency: "USD" as const } };
    // Half of them end while the load is running.
    const ends = this.random() < 0.5 ? {} : { expiresAt: new Date(Date.now() + this.upTo(2_000)) };
    const lot = { walletId, lotId: newId("lot"), credits: credits(20 + this.upTo(60)), source: "pack" as const, order };
    await paidOrder(sql, { ...order, memberId: walletId, credits: lot.credits });
    await this.told(walletId, (key) => grant(sql, { ...lot, ...ends, key }));
    this.purchases.push({ walletId, orderId });
  }

  private async payBack(sql: SqlRunner): Promise<void> {
    const held = this.anyHeld();
    if (held === undefined) return;
    await this.told(held.walletId, (key) =>
      payBack(sql, { ...held, credits: credits(1), reason: "appeal upheld", key }),
    );
  }

  private async moveOrder(sql: SqlRunner): Promise<void> {
    const purchase = this.pick(this.purchases);
    const verb = this.pick([reclaim, unreclaim, freeze, freeze, unfreeze, unfreeze, chargeback, unchargeback]);
    if (purchase === undefined || verb === undefined) return;
    await this.told(purchase.walletId, (key) => verb(sql, { ...purchase, reason: "the bank says so", key }));
  }

  private async moveWallet(sql: SqlRunner): Promise<void> {
    const walletId = this.anyWallet();
    const verb = this.pick(["adjust", "expire", "forfeit", "restore", "restore"]);
    const decision = { walletId, cause: newId("decision"), reason: "decided" };
    if (verb === "expire") await expire(sql, walletId);
    else if (verb === "adjust")
      await this.told(walletId, (key) => adjust(sql, { ...decision, credits: credits(1), key }));
    else if (verb === "forfeit") await this.told(walletId, (key) => forfeit(sql, { ...decision, key }));
    else await this.told(walletId, (key) => restore(sql, { ...decision, key }));
  }

  /** Calls a verb, one time in eight twice at once under one key: then one call does it and the other hears of it. */
  private async told<Told extends Receipt>(walletId: MemberId, verb: (key: string) => Promise<Told>): Promise<Told> {
    const key = newId("request");
    const twice = this.random() < 0.125;
    const [receipt, echo] = await this.untilAnswered(key, async () => {
      const answers = await Promise.all([verb(key), twice ? verb(key) : null]);
      this.acknowledged.push({ walletId, key, receipt: answers[0] });
      return answers;
    });
    if (echo !== null && (echo.replayed === receipt.replayed || echo.version !== receipt.version)) {
      throw new Error(`${key} was done twice, or answered in two ways`);
    }
    return receipt;
  }

  /** Remembers what was asked for as long as nobody answered it; a no is an answer. */
  private async untilAnswered<Answer>(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    this.unanswered.set(key, ask);
    const answer = await ask().catch((error) => {
      if (isNo(error)) this.unanswered.delete(key);
      throw error;
    });
    this.unanswered.delete(key);
    return answer;
  }

  /** Mostly a late one, which has a chance to be open still. */
  private anyHeld(): Held | undefined {
    return this.pick(this.random() < 0.8 ? this.held.slice(-20) : this.held);
  }

  private anyWallet(): MemberId {
    const walletId = this.pick(this.wallets);
    if (walletId === undefined) throw new Error("a load needs a wallet");
    return walletId;
  }

  private pick<Item>(items: readonly Item[]): Item | undefined {
    return items[this.upTo(items.length)];
  }

  private upTo(limit: number): number {
    return Math.floor(this.random() * limit);
  }
}

/** What a verb says no with, be it the caller's bug. */
function isNo(error: unknown): boolean {
  return error instanceof Refusal || ownFaults.includes(sqlstateOf(error) ?? "");
}

function acceptNo(error: unknown): void {
  if (!isNo(error)) throw error;
}

/** Opens so many wallets and returns a load on them. */
export async function prepareLoad(sql: SqlRunner, { wallets, seed }: { wallets: number; seed: number }) {
  const ids = Array.from({ length: wallets }, () => newId("member"));
  for (const id of ids) await openWallet(sql, id);
  return new MixedLoad(ids, seed);
}

/** Numbers from 0 to below 1 that a seed determines (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
