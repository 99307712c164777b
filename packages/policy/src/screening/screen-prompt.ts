import { type Signal, type StorefrontId, type ViolationCategory, violationCategories } from "@covenant/domain";
import { packs } from "../packs/packs.ts";
import { builtInLists } from "./built-in-lists.ts";
import { combine, type Pair } from "./combinations.ts";
import { spareBy } from "./contexts.ts";
import { type Found, findTerms } from "./find-terms.ts";
import { indexOf } from "./index-lists.ts";
import { withoutMild } from "./mild-words.ts";
import { tokenise } from "./tokenise.ts";
import type { Group, WordLists } from "./word-lists.ts";

/** Where a listed term stands. It is named by its place in its list, so that a stored hit repeats no ugly word. */
export type TermPlace = {
  readonly list: string;
  readonly group: Group;
  /** Index in the group of its list. */
  readonly term: number;
  /** UTF-16 offsets in the prompt as written, end exclusive. */
  readonly start: number;
  readonly end: number;
};

/** What screening found: one term, or two whose combination is worse than either. */
export type Hit = {
  readonly category: ViolationCategory;
  /** From 0 to 1. */
  readonly score: number;
  /** UTF-16 offsets in the prompt as written, end exclusive, from the first of its terms to the last. */
  readonly start: number;
  readonly end: number;
  /** Index of the combination, or null for a term that is enough alone. */
  readonly combination: number | null;
  readonly terms: readonly TermPlace[];
};

export type Screening = { readonly signals: readonly Signal[]; readonly hits: readonly Hit[] };

/**
 * Looks for listed words and phrases in a prompt, whole words only, seeing through disguises, and for combinations of
 * them. One signal per category with the score of its surest hit: our own voice, which alone can never establish a
 * breach. Takes time in proportion to the length of the prompt.
 */
export function screenPrompt(storefront: StorefrontId, prompt: string, lists: WordLists = builtInLists): Screening {
  const screened = packs[storefront].screens;
  const found = findTerms(tokenise(prompt), indexOf(lists));
  if (found.length === 0) return { hits: [], signals: [] };
  const isSpared = spareBy(found);
  const alone = withoutMild(found).filter((each) => !isSpared(each.group, each));
  const pairs = combine(found, prompt).filter(
    (pair) => !isSpared(pair.category, { at: pair.parts[0].at, score: pair.score }),
  );
  const hits = [...alone.flatMap(hitOf), ...pairs.map(hitOfPair)].filter(({ category }) => screened.includes(category));
  return { hits, signals: screened.flatMap((category) => signalOf(category, hits)) };
}

/** A part of a combination is nothing alone. */
function hitOf(found: Found): Hit[] {
  const category = violationCategories.find((each) => each === found.group);
  if (category === undefined) return [];
  const { score, start, end } = found;
  return [{ category, score, start, end, combination: null, terms: [placeOf(found)] }];
}

function hitOfPair({ category, rule, score, parts: [first, second] }: Pair): Hit {
  const end = Math.max(first.end, second.end);
  return { category, score, start: first.start, end, combination: rule, terms: [placeOf(first), placeOf(second)] };
}

function placeOf({ list, group, term, start, end }: Found): TermPlace {
  return { list, group, term, start, end };
}

function signalOf(category: ViolationCategory, hits: readonly Hit[]): Signal[] {
  let surest = -1;
  for (const hit of hits) if (hit.category === category) surest = Math.max(surest, hit.score);
  return surest < 0 ? [] : [{ source: "screening", category, confidence: surest }];
}
