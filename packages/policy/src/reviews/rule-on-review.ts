import type { StorefrontId } from "@covenant/domain";
import { type Asks, placed } from "../asks.ts";
import { decide } from "../decide.ts";
import type { MemberWords } from "../explain.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { rulingOn } from "../ruling-on.ts";
import { type CreditState, type ReviewDecision, type ReviewVerdict, reviewFamily } from "./facts.ts";

export type ReviewQuestion = {
  readonly storefront: StorefrontId;
  /** When the request was made, not when the person decides: the terms of that day rule. */
  readonly at: Date;
  readonly decision: ReviewDecision;
  readonly credits: CreditState;
};

export type ReviewOutcome = ReviewVerdict;

const asks: Asks<ReviewQuestion> = {
  ...placed("when the request was made"),
  decision: "what the person decided",
  credits: "where the credits are",
};

/** What a person's decision about a breach does to its credits and its strike, after a flag or on appeal. */
export const ruleOnReview = rulingOn(
  { family: reviewFamily, bookIn: ({ review }) => review, asks },
  ({ decision, credits }: ReviewQuestion, terms): Ruling<ReviewOutcome> => {
    const decided = decide(terms.rules.review, { decision, credits });
    return writeRuling(terms, "appeal", decided, {
      outcome: decided.verdict,
      outcomeName: decision,
      words: wordsOf(decision, decided.verdict),
    });
  },
);

const costs = {
  capture: "The credits of this request are spent.",
  release: "The credits come back at once, so this costs nothing.",
  "pay-back": "The credits that were taken are paid back.",
  nothing: "No credits move.",
} as const satisfies Record<ReviewVerdict["credits"], string>;

function wordsOf(decision: ReviewDecision, { credits }: ReviewVerdict): MemberWords {
  return decision === "confirmed"
    ? {
        happened: "A person looked at this and found that it breaks the rules.",
        cost: costs[credits],
        next: "If you think this is wrong, appeal, and someone else looks again.",
      }
    : { happened: "A person looked at this and found that it does not break the rules.", cost: costs[credits] };
}
