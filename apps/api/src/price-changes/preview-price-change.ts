import type { ClauseCitation, PriceChangePlanView, PriceChangeQuestion } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { firstRenewalFrom } from "./first-renewal.ts";
import { planPriceChange } from "./plan-price-change.ts";
import { earliestRenewal } from "./rule-on-price.ts";

/**
 * What a new price would do: who is told, and which renewal carries it first. Nothing is done.
 * @throws Refusal "thing/not-found", "request/invalid".
 */
export async function previewPriceChange(
  { db, clock }: Pick<Deps, "db" | "clock">,
  question: PriceChangeQuestion,
): Promise<PriceChangePlanView> {
  const { last, subscribers, answer } = await planPriceChange(db, question, clock.now());
  const earliestAt = earliestRenewal(answer);
  const renewals = subscribers.map((subscriber) => firstRenewalFrom(subscriber, earliestAt).toISOString()).sort();
  const { amountMinor, currency } = last;
  return {
    from: { amountMinor, currency },
    to: { amountMinor: question.amountMinor, currency },
    subscribers: subscribers.length,
    earliestAt: earliestAt.toISOString(),
    firstRenewalAt: renewals.at(0) ?? null,
    lastRenewalAt: renewals.at(-1) ?? null,
    explanation: answer.ruling.explanation.staff,
    clauses: answer.ruling.clauses as ClauseCitation[],
  };
}
