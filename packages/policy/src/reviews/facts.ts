import { conditionsOn } from "../condition.ts";
import type { Family } from "../rule.ts";

export const reviewDecisions = ["confirmed", "overturned"] as const;
/** A person's conclusion about a breach. */
export type ReviewDecision = (typeof reviewDecisions)[number];

export const creditStates = ["under-review", "captured", "released", "none"] as const;
/** Where the credits of the request are when the person decides. */
export type CreditState = (typeof creditStates)[number];

export type ReviewFacts = { readonly decision: ReviewDecision; readonly credits: CreditState };

/** What to do with the credits, and whether the strike counts from now on or is void. */
export type ReviewVerdict = {
  readonly credits: "capture" | "release" | "pay-back" | "nothing";
  readonly strike: "count" | "void";
};

export const onReview = conditionsOn<ReviewFacts>();

export const decisionWords = {
  confirmed: "a person confirmed the breach",
  overturned: "a person found the flag wrong",
} as const satisfies Record<ReviewDecision, string>;

export const creditWords = {
  "under-review": "the credits were still waiting",
  captured: "the credits had been spent",
  released: "the credits had gone back before",
  none: "no credits were involved",
} as const satisfies Record<CreditState, string>;

export const reviewFamily: Family<ReviewFacts> = {
  name: "review",
  question: "appeal",
  points: () => reviewDecisions.flatMap((decision) => creditStates.map((credits) => ({ decision, credits }))),
  tell: ({ decision, credits }) => [decisionWords[decision], creditWords[credits]],
};

/** A review whose days are over has one fact: nobody decided. */
export type LapseFacts = { readonly decided: false };

/** The credits go back; the strike goes on waiting for a person, who may still confirm it. */
export type LapseVerdict = { readonly credits: "release"; readonly strike: "wait" };

export const onLapse = conditionsOn<LapseFacts>();

export const lapseFamily: Family<LapseFacts> = {
  name: "lapse",
  question: "appeal",
  points: () => [{ decided: false }],
  tell: () => ["nobody had decided when the time was over"],
};
