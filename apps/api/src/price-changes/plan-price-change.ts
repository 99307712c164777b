import type { SqlRunner } from "@covenant/db";
import {
  type Currency,
  formatMoney,
  type PlanInterval,
  type PriceChangeQuestion,
  Refusal,
  type StorefrontId,
} from "@covenant/domain";
import { civilDateIn, zoneOf } from "@covenant/policy";
import { listRenewing, type Renewing } from "./renewing-subscriptions.ts";
import { type PriceRuling, ruleOnPrice } from "./rule-on-price.ts";

type LastPrice = {
  planName: string;
  interval: PlanInterval;
  amountMinor: number;
  currency: Currency;
  effectiveAt: Date;
};

export type PriceChange = {
  /** The price that was set last, which the new one follows. */
  last: LastPrice;
  effectiveAt: Date;
  /** Who is told at once. */
  subscribers: Renewing[];
  /** What the terms say of it for whoever is told now. */
  answer: PriceRuling;
};

const lastPrice = `SELECT l.name AS "planName", l.interval, p.amount_minor AS "amountMinor", p.currency,
    p.effective_at AS "effectiveAt"
  FROM plan l JOIN plan_price p ON p.storefront = l.storefront AND p.plan_id = l.id
  WHERE l.storefront = $1::text AND l.id = $2::text ORDER BY p.effective_at DESC LIMIT 1`;

/**
 * What a new price of a plan would do now. Prices of a plan follow each other in time, so that one that was told stands.
 * @throws Refusal "thing/not-found"; "request/invalid" for the price that is there, and for a time that is over or taken.
 */
export async function planPriceChange(
  sql: SqlRunner,
  { storefront, planId, amountMinor, effectiveAt: wanted }: PriceChangeQuestion,
  now: Date,
): Promise<PriceChange> {
  const [last] = await sql.query<LastPrice>(lastPrice, [storefront, planId]);
  if (last === undefined) throw new Refusal("thing/not-found", { thing: "plan" });
  const effectiveAt = new Date(wanted);
  requireNew(last, { storefront, amountMinor, effectiveAt, now });
  const subscribers = await listRenewing(sql, { storefront, planId });
  const answer = ruleOnPrice({ storefront, at: now, toldAt: now, effectiveAt, renewsAt: null });
  return { last, effectiveAt, subscribers, answer };
}

type Wanted = { storefront: StorefrontId; amountMinor: number; effectiveAt: Date; now: Date };

function requireNew(last: LastPrice, { storefront, amountMinor, effectiveAt, now }: Wanted): void {
  if (amountMinor === last.amountMinor) {
    const reason = `${last.planName} is set to ${formatMoney(last)} already.`;
    throw new Refusal("request/invalid", { field: "amountMinor", reason });
  }
  const field = "effectiveAt";
  if (effectiveAt < now)
    throw new Refusal("request/invalid", { field, reason: "A price cannot hold from the past on." });
  if (effectiveAt > last.effectiveAt) return;
  const day = civilDateIn(last.effectiveAt, zoneOf(storefront));
  const reason = `A price from ${day} on is set and was told. A newer one has to come after it.`;
  throw new Refusal("request/invalid", { field, reason });
}
