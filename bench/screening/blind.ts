import { libraryLists } from "@covenant/lexicon";
import { withBuiltIn } from "@covenant/policy";
import { type BlindMeasured, blindSets, blindTerms, measureBlind } from "@covenant/policy/screening-sets";

export type BlindFigures = { readonly locale: string; readonly categories: readonly BlindMeasured[] };

/** What is heard of the blind sets, each with the lists of its language, as a storefront has them. */
export function measureOfBlindSets(): BlindFigures[] {
  const lists = [...libraryLists(), blindTerms];
  return blindSets.map((set) => ({
    locale: set.locale,
    categories: measureBlind(set, withBuiltIn(lists, ["en", set.locale])),
  }));
}
