import type { ClauseId } from "../clause.ts";
import { type RuleBook, ruleBook } from "../rule.ts";
import { type CancellationFacts, type CancellationVerdict, cancellationFamily, onCancellation } from "./facts.ts";

const { all, is } = onCancellation;

type CancellationTerms = {
  /** Says that a subscription can be cancelled. */
  readonly cancel: ClauseId;
  /** Says how, and that a cancellation holds from its receipt and is confirmed. */
  readonly ways: readonly ClauseId[];
  /** Says that it takes effect with the period that is paid. */
  readonly effect: readonly ClauseId[];
};

/** A subscription ends with the period that was running when its cancellation arrived, by whichever way it came. */
export function cancellationRules(terms: CancellationTerms): RuleBook<CancellationFacts, CancellationVerdict> {
  const { cancel: clause, ways, effect } = terms;
  const general = { clause, name: "cancelled" } as const;
  const overrides = [`${general.clause}/${general.name}`] as const;
  return ruleBook(cancellationFamily, [
    {
      ...general,
      readWith: [...ways, ...effect],
      when: is("renewedSince", false),
      gives: { ends: "with-period", payBackRenewal: false, confirmBy: "mail" },
      says: "A subscription can be cancelled at any time and ends with the period that is paid.",
    },
    {
      clause,
      name: "cancelled-before",
      readWith: effect,
      overrides,
      when: all(is("state", "cancelling", "ended"), is("renewedSince", false)),
      gives: { ends: "as-before", payBackRenewal: false, confirmBy: "mail" },
      says: "A subscription that was cancelled before ends as it was said then.",
    },
    {
      clause: "LAW-BILLING",
      name: "renewed-after-cancellation",
      readWith: [clause, ...ways],
      when: is("renewedSince", true),
      gives: { ends: "with-period", payBackRenewal: true, confirmBy: "mail" },
      says: "A cancellation holds from the moment it reaches us, so a renewal after that goes back in full.",
    },
  ]);
}
