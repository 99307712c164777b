import { formatCredits, formatMoney, type MoneyFacts } from "@covenant/domain";
import type { Fact } from "@covenant/ui";

/** What a case about money rests on, line by line. */
export function moneyFactsOf(facts: MoneyFacts): Fact[] {
  if (facts.kind === "fraud-warning")
    return [
      { label: "The bank's word", value: facts.fraudType.replaceAll("_", " ") },
      { label: "Still with us", value: formatMoney(facts.amount) },
    ];
  return [
    {
      label: "Gone",
      value: `${formatMoney(facts.amount)}, ${facts.by === "dispute" ? "given back by the payer's bank" : "given back in Stripe's dashboard"}`,
    },
    { label: "Taken with it", value: formatCredits(facts.taken) },
    { label: "Used by then", value: formatCredits(facts.used) },
    { label: "Our loss", value: formatMoney(facts.lost) },
  ];
}

/** What a person can do about it. */
export function moneyAdvice({ kind }: MoneyFacts): string {
  return kind === "shortfall"
    ? "No balance goes below zero, so the loss is the house's. Look at the member's other orders whether it happens often, and close the case with what you found."
    : "Most payments that a bank warns of are disputed later, at a fee that nobody gets back. At the order, a refund on the ground “The bank warns of fraud” gives the whole payment back now. Close the case with what you decided.";
}
