import type { ClauseId } from "../clause.ts";
import { type RuleBook, ruleBook } from "../rule.ts";
import { type CancellationFacts, type CancellationVerdict, cancellationFamily, onCancellation } from "./facts.ts";

const { all, is, not } = onCancellation;

type CancellationTerms = {
  /** Says that a subscription can be cancelled. */
  readonly cancel: ClauseId;
  /** Says how, and that a cancellation holds from its receipt and is confirmed. */
  readonly ways: readonly ClauseId[];
  /** Says that it takes effect with the period that is paid. */
  readonly effect: readonly ClauseId[];
};

/**
 * A subscription ends with the period that was running when its cancellation arrived, by whichever way it came; whoever
 * withdraws from it has that period's money back, so it ends at once.
 */
export function cancellationRules(terms: CancellationTerms): RuleBook<CancellationFacts, CancellationVerdict> {
  const { cancel: clause, ways, effect } = terms;
  const general = { clause, name: "cancelled" } as const;
  const overrides = [`${general.clause}/${general.name}`] as const;
  const withdrawn = is("channel", "withdrawal");
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
    {
      clause: "LAW-WITHDRAWAL",
      name: "withdrawn",
      overrides: [...overrides, `${clause}/cancelled-before`],
      when: all(withdrawn, not(is("state", "ended")), is("renewedSince", false)),
      gives: { ends: "at-once", payBackRenewal: false, confirmBy: "mail" },
      says: "Whoever withdraws from a subscription ends it from the moment their withdrawal reaches us.",
    },
    {
      clause: "LAW-WITHDRAWAL",
      name: "renewed-after-withdrawal",
      readWith: ["LAW-BILLING"],
      overrides: ["LAW-BILLING/renewed-after-cancellation"],
      when: all(withdrawn, is("renewedSince", true)),
      gives: { ends: "at-once", payBackRenewal: true, confirmBy: "mail" },
      says: "Whoever withdraws from a subscription ends it from the moment their withdrawal reaches us, and a renewal after that goes back in full.",
    },
  ]);
}
