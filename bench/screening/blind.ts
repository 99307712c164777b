import { libraryLists } from "@covenant/lexicon";
import { withBuiltIn } from "@covenant/policy";
import {
  type BlindMeasured,
  blindSets,
  blindTerms,
  measureBlind,
  provokingHeldOut,
  provokingTuning,
} from "@covenant/policy/screening-sets";

export type BlindFigures = { readonly name: string; readonly categories: readonly BlindMeasured[] };

const sets = [
  ...blindSets.map((set) => ({ name: `blind ${set.locale}`, set })),
  { name: "provoking tuning", set: provokingTuning },
  { name: "provoking held-out", set: provokingHeldOut },
];

/** What is heard of the blind sets and of the provoking ones, each with the lists of its language, as a storefront has them. */
export function measureOfBlindSets(): BlindFigures[] {
  const lists = [...libraryLists(), blindTerms];
  return sets.map(({ name, set }) => ({
    name,
    categories: measureBlind(set, withBuiltIn(lists, ["en", set.locale])),
  }));
}
