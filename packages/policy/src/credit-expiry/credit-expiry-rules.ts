import type { ClauseId } from "../clause.ts";
import { type RuleBook, ruleBook } from "../rule.ts";
import {
  type CreditExpiryFacts,
  type CreditExpiryVerdict,
  creditExpiryFamily,
  type GraceFacts,
  type GraceVerdict,
  graceFamily,
  onCreditExpiry,
  onGrace,
} from "./facts.ts";

const { all, is } = onCreditExpiry;

type CreditExpiryTerms = {
  /** Says that packs do not expire unless sold so. */
  readonly packs: ClauseId;
  /** Says that a subscription's credits expire as its plan says. */
  readonly plans: ClauseId;
  /** Says until when credits that were given can be used. */
  readonly given: ClauseId;
};

/** What was bought or given stays, unless it was sold or given with a number of days; a plan's credits follow the plan. */
export function creditExpiryRules(terms: CreditExpiryTerms): RuleBook<CreditExpiryFacts, CreditExpiryVerdict> {
  return ruleBook(creditExpiryFamily, [
    {
      clause: terms.packs,
      name: "pack",
      when: all(is("source", "pack"), is("hasTerm", false)),
      gives: { ends: "never" },
      says: "Credits bought as a pack do not expire.",
    },
    {
      clause: terms.packs,
      name: "pack-with-term",
      when: all(is("source", "pack"), is("hasTerm", true)),
      gives: { ends: "with-term" },
      says: "A pack that was sold with a number of days can be used for these.",
    },
    {
      clause: terms.plans,
      name: "plan",
      when: is("source", "subscription"),
      gives: { ends: "with-plan" },
      says: "Credits of a subscription can be used until they expire as the plan says.",
    },
    {
      clause: terms.given,
      name: "given",
      when: all(is("source", "bonus", "goodwill"), is("hasTerm", false)),
      gives: { ends: "never" },
      says: "Credits that we give do not expire.",
    },
    {
      clause: terms.given,
      name: "bonus-with-term",
      when: all(is("source", "bonus"), is("hasTerm", true)),
      gives: { ends: "with-term" },
      says: "A bonus that was given with a number of days can be used for these.",
    },
  ]);
}

/** Days that credits stay usable which came back through no act of the member's. */
export const graceDays = 7;

/** Credits that come back to a lot whose time is over stay a while, unless the member gave them up or fought over them. */
export function graceRules(clause: ClauseId): RuleBook<GraceFacts, GraceVerdict> {
  return ruleBook(graceFamily, [
    {
      clause,
      name: "grace",
      when: onGrace.always,
      gives: { days: graceDays },
      says: `Credits that come back after their time was over can be used for ${graceDays} more days.`,
    },
    {
      clause,
      name: "own-act",
      overrides: [`${clause}/grace`],
      when: onGrace.is("cause", "cancelled-by-member", "dispute-won"),
      gives: { days: 0 },
      says: "Credits that come back because you cancelled, or after a dispute that the bank decided for us, have no extra days.",
    },
  ]);
}
