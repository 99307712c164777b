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
  const hits = findHits(tokenise(prompt), indexOf(lists)).filter(({ category }) => screened.includes(category));
  return { hits, signals: screened.flatMap((category) => signalOf(category, hits)) };
}

/** Within an innocent phrase nothing is found, and within a longer term of its category a shorter one is not. */
function findHits(tokens: readonly Token[], { needles, innocent }: Index): Hit[] {
  const hits: Hit[] = [];
  const coveredUntil = new Map<ViolationCategory, number>();
  let innocentUntil = 0;
  tokens.forEach((_, at) => {
    const harmless = innocent.filter((words) => matches(tokens, at, words)).map((words) => endOf(tokens, at, words));
    innocentUntil = Math.max(innocentUntil, ...harmless);
    for (const hit of hitsAt(tokens, at, needles)) {
      if (hit.end <= Math.max(innocentUntil, coveredUntil.get(hit.category) ?? 0)) continue;
      coveredUntil.set(hit.category, hit.end);
      hits.push(hit);
    }
  });
  return hits;
}

/** The hits that begin at a word, longest first and then surest first. */
function hitsAt(tokens: readonly Token[], at: number, needles: Index["needles"]): Hit[] {
  const token = tokens[at];
  if (!token) return [];
  return [...new Set(token.spellings.flatMap((spelling) => needles.get(spelling) ?? []))]
    .filter(({ words }) => matches(tokens, at, words))
    .map(({ words, ...needle }) => ({ ...needle, start: token.start, end: endOf(tokens, at, words) }))
    .sort((one, other) => other.end - one.end || other.score - one.score);
}

function matches(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  return words.every((word, offset) => tokens[at + offset]?.spellings.includes(word));
}

function endOf(tokens: readonly Token[], at: number, words: readonly string[]): number {
  return tokens[at + words.length - 1]?.end ?? 0;
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
