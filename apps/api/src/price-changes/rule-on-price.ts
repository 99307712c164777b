import type { StorefrontId } from "@covenant/domain";
import { type PriceChangeOutcome, type PriceChangeQuestion, type Ruling, ruleOnPriceChange } from "@covenant/policy";

type Asked = {
  storefront: StorefrontId;
  at: Date;
  /** When the subscriber was told, or is told now. */
  toldAt: Date;
  effectiveAt: Date;
  renewsAt: Date | null;
};

export type PriceRuling = { ruling: Ruling<PriceChangeOutcome>; facts: PriceChangeQuestion };

/** What the terms say of a new price for a subscriber who was told of it. */
export function ruleOnPrice({ toldAt, ...asked }: Asked): PriceRuling {
  const facts: PriceChangeQuestion = { ...asked, customer: "subscriber", changed: "price", announcedAt: toldAt };
  return { ruling: ruleOnPriceChange(facts), facts };
}

/** The first instant at which a renewal may carry the price. */
export function earliestRenewal({ ruling, facts }: PriceRuling): Date {
  return new Date(Math.max(ruling.outcome.earliestAt.getTime(), facts.effectiveAt.getTime()));
}
