import type { ClauseId } from "../clause.ts";
import { type RuleBook, ruleBook } from "../rule.ts";
import {
  type LapseFacts,
  type LapseVerdict,
  lapseFamily,
  onLapse,
  onReview,
  type ReviewFacts,
  type ReviewVerdict,
  reviewFamily,
} from "./facts.ts";

const { all, is } = onReview;

type Cited = { readonly clause: ClauseId; readonly readWith?: readonly ClauseId[] };

type ReviewTerms = {
  /** What a person's confirmation makes of credits that waited for it. */
  readonly confirmedCredits: Cited & { readonly credits: "capture" | "release"; readonly says: string };
  /** Says that a person's decision is proof. */
  readonly proof: Cited;
  /** Says that a decision found wrong is undone. */
  readonly undone: Cited;
};

/** A confirmed breach counts, an overturned one leaves no trace but the record. Released credits are never taken again. */
export function reviewRules(terms: ReviewTerms): RuleBook<ReviewFacts, ReviewVerdict> {
  const { credits, ...confirmed } = terms.confirmedCredits;
  const waiting = is("credits", "under-review");
  const [proven, wrong] = [is("decision", "confirmed"), is("decision", "overturned")];
  return ruleBook(reviewFamily, [
    { ...confirmed, name: "confirmed-waiting", when: all(proven, waiting), gives: { credits, strike: "count" } },
    {
      ...terms.proof,
      name: "confirmed-settled",
      when: all(proven, is("credits", "captured", "released", "none")),
      gives: { credits: "nothing", strike: "count" },
      says: "A breach that a person confirms counts, and credits that were settled before stay as they are.",
    },
    {
      ...terms.undone,
      name: "overturned-waiting",
      when: all(wrong, waiting),
      gives: { credits: "release", strike: "void" },
      says: "When a flag turns out wrong, the credits that waited come back and the strike is void.",
    },
    {
      ...terms.undone,
      name: "overturned-captured",
      when: all(wrong, is("credits", "captured")),
      gives: { credits: "pay-back", strike: "void" },
      says: "When a block turns out wrong, the credits it took are paid back and the strike is void.",
    },
    {
      ...terms.undone,
      name: "overturned-settled",
      when: all(wrong, is("credits", "released", "none")),
      gives: { credits: "nothing", strike: "void" },
      says: "When a flag turns out wrong, the strike is void; there are no credits left to give back.",
    },
  ]);
}

/** Whose credits wait longer than was promised gets them back. */
export function lapseRules(
  promise: ClauseId,
  says = "Credits wait for a person three business days at most.",
): RuleBook<LapseFacts, LapseVerdict> {
  return ruleBook(lapseFamily, [
    {
      clause: promise,
      name: "lapsed",
      when: onLapse.always,
      gives: { credits: "release", strike: "wait" },
      says,
    },
  ]);
}
