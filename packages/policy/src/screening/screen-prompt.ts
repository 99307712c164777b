import { type Signal, type StorefrontId, type ViolationCategory, violationCategories } from "@covenant/domain";
import { type Token, tokenise } from "./normalise.ts";
import { builtInLists, screenedCategories, type WordLists } from "./word-lists.ts";

/** A term found in a prompt. The term is named by its place in the list, so that a stored hit repeats no ugly word. */
export type Hit = {
  readonly category: ViolationCategory;
  /** Index in the category's list. */
  readonly term: number;
  /** UTF-16 offsets in the prompt as written, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly score: number;
};

export type Screening = { readonly signals: readonly Signal[]; readonly hits: readonly Hit[] };

type Needle = {
  readonly words: readonly string[];
  readonly category: ViolationCategory;
  readonly term: number;
  readonly score: number;
};
type Index = {
  readonly needles: ReadonlyMap<string, readonly Needle[]>;
  readonly innocent: readonly (readonly string[])[];
};

const indexes = new WeakMap<WordLists, Index>();

/**
 * Looks for listed words and phrases in a prompt, whole words only, seeing through disguises. One signal per category
 * with the score of its surest hit: our own voice, which alone can never establish a breach.
 */
export function screenPrompt(storefront: StorefrontId, prompt: string, lists: WordLists = builtInLists): Screening {
  const screened: readonly ViolationCategory[] = screenedCategories[storefront];
  const index = indexOf(lists);
  const tokens = tokenise(prompt);
  const innocent = tokens.flatMap((_, at) =>
    index.innocent.filter((words) => matches(tokens, at, words)).map((words) => spanOf(tokens, at, words.length)),
  );
  const hits = tokens
    .flatMap((_, at) => hitsAt(tokens, at, index))
    .filter(
      (hit) =>
        screened.includes(hit.category) && !innocent.some((span) => span.start <= hit.start && hit.end <= span.end),
    );
  return { hits, signals: screened.flatMap((category) => signalOf(category, hits)) };
}

function hitsAt(tokens: readonly Token[], at: number, index: Index): Hit[] {
  const needles = tokens[at]?.spellings.flatMap((spelling) => index.needles.get(spelling) ?? []) ?? [];
  return [...new Set(needles)]
    .filter(({ words }) => matches(tokens, at, words))
    .map(({ words, category, term, score }) => ({ category, term, score, ...spanOf(tokens, at, words.length) }));
}

function matches(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  return words.every((word, offset) => tokens[at + offset]?.spellings.includes(word));
}

function spanOf(tokens: readonly Token[], at: number, count: number): { start: number; end: number } {
  return { start: tokens[at]?.start ?? 0, end: tokens[at + count - 1]?.end ?? 0 };
}

function signalOf(category: ViolationCategory, hits: readonly Hit[]): Signal[] {
  const scores = hits.filter((hit) => hit.category === category).map(({ score }) => score);
  return scores.length === 0 ? [] : [{ source: "screening", category, confidence: Math.max(...scores) }];
}

/** Lists are read once each; a list is data and does not change after it was given. */
function indexOf(lists: WordLists): Index {
  const known = indexes.get(lists);
  if (known) return known;
  const index = { needles: needlesOf(lists), innocent: lists.innocent.map(wordsOf) };
  indexes.set(lists, index);
  return index;
}

/** Every term by the first of its words. */
function needlesOf(lists: WordLists): Map<string, Needle[]> {
  const needles = new Map<string, Needle[]>();
  for (const category of violationCategories) {
    lists.terms[category].forEach(({ phrase, score }, term) => {
      const words = wordsOf(phrase);
      const [first = ""] = words;
      needles.set(first, [...(needles.get(first) ?? []), { words, category, term, score }]);
    });
  }
  return needles;
}

/** A listed phrase goes through the same reading as a prompt, so that both meet. */
function wordsOf(phrase: string): string[] {
  return tokenise(phrase).map((token) => token.spellings[0] ?? "");
}
