import { type ViolationCategory, violationCategories } from "@covenant/domain";
import type { WordLists } from "../word-lists.ts";
import { type Disguises, inPairs } from "./disguises.ts";

/** A prompt that has to be heard as this category, and how its term is disguised. */
export type Wanted = { readonly category: ViolationCategory; readonly disguise: string; readonly prompt: string };

/**
 * Prompts whose answer is known. `tuning` may be looked at while screening is worked on; `held-out` has other words, other
 * sentences and other disguises, and is only measured.
 */
export type LabelledSet = {
  readonly name: "tuning" | "held-out";
  readonly lists: WordLists;
  readonly wanted: readonly Wanted[];
  /** What has to pass. */
  readonly benign: readonly string[];
};

export type Terms = Readonly<Partial<Record<ViolationCategory, readonly string[]>>>;

/** Every term in a sentence: in the clear, in each disguise, and in each two of them. Sentences take turns. */
export function wantedOf(terms: Terms, sentences: readonly string[], disguises: Disguises): Wanted[] {
  let turn = 0;
  const ways = { "in the clear": (term: string) => term, ...disguises, ...inPairs(disguises) };
  return Object.entries(ways).flatMap(([disguise, hide]) =>
    violationCategories.flatMap((category) =>
      (terms[category] ?? []).map((phrase) => {
        const sentence = sentences[turn % sentences.length] ?? "{}";
        turn += 1;
        return { category, disguise, prompt: sentence.replace("{}", () => hide(phrase)) };
      }),
    ),
  );
}
