import type { StorefrontId } from "@covenant/domain";
import {
  type PriceChangeOutcome,
  type PriceChangeQuestion,
  type PriceCustomer,
  type Ruling,
  ruleOnPriceChange,
} from "@covenant/policy";

type Asked = {
  storefront: StorefrontId;
  customer: PriceCustomer;
  at: Date;
  /** When they were told by mail; null while they were not, and then days count from now. */
  toldAt: Date | null;
  effectiveAt: Date;
};

export type ModelPriceRuling = { ruling: Ruling<PriceChangeOutcome>; facts: PriceChangeQuestion };

/** What the terms say of a new number of credits that a generation uses. */
export function ruleOnModelPrice({ toldAt, ...asked }: Asked): ModelPriceRuling {
  const facts: PriceChangeQuestion = {
    ...asked,
    changed: "credits-per-generation",
    announcedAt: toldAt,
    renewsAt: null,
  };
  return { ruling: ruleOnPriceChange(facts), facts };
}
