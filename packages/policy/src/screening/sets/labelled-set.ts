import { type ViolationCategory, violationCategories } from "@covenant/domain";
import type { WordLists } from "../word-lists.ts";

/**
 * Prompts whose answer is known. `tuning` may be looked at while screening is worked on; `held-out` has other words, other
 * sentences and other disguises, and is only measured.
 */
export type LabelledSet = {
  readonly name: "tuning" | "held-out";
  readonly lists: WordLists;
  /** By category, what has to be heard; by name, how it is disguised. */
  readonly wanted: readonly {
    readonly category: ViolationCategory;
    readonly disguise: string;
    readonly prompt: string;
  }[];
  /** What has to pass. */
  readonly benign: readonly string[];
};

export type Disguise = (term: string) => string;

/** Every term in a sentence, once in the clear and once in each disguise; sentences take turns. */
export function wantedOf(
  terms: Readonly<Partial<Record<ViolationCategory, readonly string[]>>>,
  sentences: readonly string[],
  disguises: Readonly<Record<string, Disguise>>,
): LabelledSet["wanted"] {
  let turn = 0;
  return Object.entries({ "in the clear": (term: string) => term, ...disguises }).flatMap(([disguise, hide]) =>
    violationCategories.flatMap((category) =>
      (terms[category] ?? []).map((phrase) => {
        const sentence = sentences[turn % sentences.length] ?? "{}";
        turn += 1;
        return { category, disguise, prompt: sentence.replace("{}", hide(phrase)) };
      }),
    ),
  );
}

/** Writes each letter the table knows as the table says. */
export function spelledBy(table: Readonly<Record<string, string>>): Disguise {
  return (term) => Array.from(term, (letter) => table[letter] ?? letter).join("");
}

/** Sets something between the letters of each word. */
export function setApart(by: string): Disguise {
  return (term) =>
    term
      .split(" ")
      .map((word) => Array.from(word).join(by))
      .join("  ");
}
