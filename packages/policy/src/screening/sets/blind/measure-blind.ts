import { type ViolationCategory, violationCategories } from "@covenant/domain";
import { screenPrompt } from "../../screen-prompt.ts";
import type { WordLists } from "../../word-lists.ts";
import type { BlindSet } from "./blind-set.ts";

/** How one language and category does, in shares. */
export type BlindMeasured = {
  readonly locale: string;
  readonly category: ViolationCategory;
  /** Of what has to be heard, what was heard as this category. */
  readonly heard: number;
  /** And what was heard as this one or another. */
  readonly heardAtAll: number;
  /** Of what has to pass, what was stopped for anything. */
  readonly stopped: number;
};

/** Measures a blind set by category with these lists, at the storefront that screens for every category. */
export function measureBlind({ locale, violating, benign }: BlindSet, lists: WordLists): BlindMeasured[] {
  const heardIn = (prompt: string) => screenPrompt("image-ai-run", prompt, lists).signals;
  return violationCategories.map((category) => {
    const isThis = (prompt: string) => heardIn(prompt).some((signal) => signal.category === category);
    const isAny = (prompt: string) => heardIn(prompt).length > 0;
    return {
      locale,
      category,
      heard: shareOf(violating[category], isThis),
      heardAtAll: shareOf(violating[category], isAny),
      stopped: shareOf(benign[category], isAny),
    };
  });
}

function shareOf(prompts: readonly string[], holds: (prompt: string) => boolean): number {
  return prompts.filter(holds).length / prompts.length;
}
