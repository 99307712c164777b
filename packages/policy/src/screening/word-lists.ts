import type { ViolationCategory } from "@covenant/domain";
import { violationCategories } from "@covenant/domain";

/** One word or phrase, and how sure a match is: from 0.8 it counts as a sure voice, from 0.5 as a doubtful one. */
export type Term = { readonly phrase: string; readonly score: number };

export const parts = [
  "minor",
  "real-person",
  "person",
  "nakedness",
  "exposing-verb",
  "deceptive-verb",
  "hostility",
  "protected-group",
  "making",
  "weapon",
  "trade",
  "drug",
  "forging",
  "document",
  "removal",
  "watermark",
  "imitation",
  "resale",
  "brand",
  "harm",
  "blow",
  "flesh",
  "indecent",
  "art",
  "medicine",
  "story",
  "warning",
] as const;
/** What is no breach alone and may be half of one: combinations name it. */
export type Part = (typeof parts)[number];

/** What a term belongs to. */
export type Group = ViolationCategory | Part;
export const groups: readonly Group[] = [...violationCategories, ...parts];

/** What screening looks for in one language. Innocent phrases swallow the hits that lie within them, in any list. */
export type WordList = {
  /** Hits name it. */
  readonly name: string;
  /** A language tag such as `en`, or `und` for what belongs to no language (BCP 47). */
  readonly locale: string;
  readonly terms: Readonly<Partial<Record<Group, readonly Term[]>>>;
  readonly innocent: readonly string[];
};

/** Lists looked through together. A list is data and does not change once it was given. */
export type WordLists = readonly WordList[];
