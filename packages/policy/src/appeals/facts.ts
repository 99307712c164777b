import { conditionsOn } from "../condition.ts";
import type { Family } from "../rule.ts";

/** Whether the decision was appealed before. */
export type AppealFacts = { readonly appealed: boolean };

/** `days` are civil days from the day of the notice, `answerDays` business days from the appeal. */
export type AppealVerdict =
  | { readonly appeal: "open"; readonly days: number; readonly answerDays: number }
  | { readonly appeal: "used" };

export const onAppeal = conditionsOn<AppealFacts>();

export const appealedWords = {
  true: "the decision was appealed before",
  false: "the decision was not appealed before",
} as const satisfies Record<`${boolean}`, string>;

export const appealFamily: Family<AppealFacts> = {
  name: "appeal",
  question: "appeal",
  points: () => [true, false].map((appealed) => ({ appealed })),
  tell: ({ appealed }) => [appealedWords[`${appealed}`]],
};

export const strikesLeft = ["none", "some"] as const;
/** Of the strikes that a sanction rests on: whether any still stands. */
export type StrikesLeft = (typeof strikesLeft)[number];

export type ReconsiderationFacts = { readonly left: StrikesLeft };

/** `ends`: nothing is left of the sanction. `judged-again`: the ladder is asked as if the void strikes had never been. */
export type ReconsiderationVerdict = { readonly sanction: "ends" | "judged-again" };

export const onReconsideration = conditionsOn<ReconsiderationFacts>();

export const leftWords = {
  none: "every strike it rests on is void",
  some: "some of the strikes it rests on are void, and some stand",
} as const satisfies Record<StrikesLeft, string>;

export const reconsiderationFamily: Family<ReconsiderationFacts> = {
  name: "reconsideration",
  question: "appeal",
  points: () => strikesLeft.map((left) => ({ left })),
  tell: ({ left }) => [leftWords[left]],
};
