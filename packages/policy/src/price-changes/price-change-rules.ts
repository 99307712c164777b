import type { ClauseId } from "../clause.ts";
import { type RuleBook, ruleBook } from "../rule.ts";
import { onPriceChange, type PriceChangeFacts, type PriceChangeVerdict, priceChangeFamily } from "./facts.ts";

type PriceChangeTerms = {
  /** Says that the price shown is the price. */
  readonly shown: ClauseId;
  /** Says what subscribers are told, and how many days ahead. */
  readonly subscribers: { readonly clause: ClauseId; readonly readWith?: readonly ClauseId[]; readonly days: number };
};

/** Whoever buys pays what is shown; whoever subscribed hears of a change before it reaches them. */
export function priceChangeRules(terms: PriceChangeTerms): RuleBook<PriceChangeFacts, PriceChangeVerdict> {
  const { days, ...cited } = terms.subscribers;
  return ruleBook(priceChangeFamily, [
    {
      clause: terms.shown,
      name: "shown",
      when: onPriceChange.always,
      gives: { by: "on-site", days: 0 },
      says: "Whoever buys pays the price that is shown.",
    },
    {
      ...cited,
      name: "subscribers",
      overrides: [`${terms.shown}/shown`],
      when: onPriceChange.is("customer", "subscriber"),
      gives: { by: "mail", days },
      says: `Whoever has a subscription learns of a change by mail, at least ${days} days ahead.`,
    },
  ]);
}
