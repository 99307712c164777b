import { categoryLabels, type ViolationCategory, violationCategories } from "@covenant/domain";
import { conditionsOn } from "../condition.ts";
import type { Family } from "../rule.ts";
import type { Standing } from "../standing.ts";

/** The categories a storefront forbids; profanity is impolite and no breach. */
export type ProhibitedCategory = Exclude<ViolationCategory, "profanity">;

export const prohibitedCategories = violationCategories.filter(
  (category): category is ProhibitedCategory => category !== "profanity",
);

export const flags = ["none", "profanity", "weak", "strong", "agreeing"] as const;
/** What the voices about a prompt come to: nothing, rude words, doubt, one sure voice, or two that agree. */
export type Flag = (typeof flags)[number];

export type PromptFacts = { readonly flag: Flag; readonly category: ViolationCategory | null };

export type PromptVerdict = { readonly outcome: "clear" | "blocked"; readonly standing: Standing };

export const onPrompt = conditionsOn<PromptFacts>();

const flagWords = {
  none: "no check found anything",
  profanity: "rude words were found",
  weak: "a check was doubtful",
  strong: "one check alone was sure",
  agreeing: "two independent checks agreed",
} as const satisfies Record<Flag, string>;

export const promptFamily: Family<PromptFacts> = {
  name: "prompt",
  question: "promptScreening",
  points: () => [
    { flag: "none", category: null },
    { flag: "profanity", category: "profanity" },
    { flag: "weak", category: null },
    ...(["weak", "strong", "agreeing"] as const).flatMap((flag) =>
      prohibitedCategories.map((category) => ({ flag, category })),
    ),
  ],
  tell: ({ flag, category }) => [
    flagWords[flag],
    ...(category === null ? [] : [`it was about ${categoryLabels[category]}`]),
  ],
};
