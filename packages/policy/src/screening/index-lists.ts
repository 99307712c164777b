import { skeletonOf } from "./skeleton.ts";
import { tokenise } from "./tokenise.ts";
import { type Group, groups, type WordLists } from "./word-lists.ts";

export type NeedleWord = { readonly text: string; readonly skeleton: string };

/** A listed phrase, ready to be looked for. */
export type Needle = {
  readonly words: readonly NeedleWord[];
  /** Null for an innocent phrase. */
  readonly group: Group | null;
  readonly list: string;
  readonly term: number;
  readonly score: number;
};

/** Every phrase by the first of its words: as a plain word says it, and as a disguised one may. */
export type Index = {
  readonly plain: ReadonlyMap<string, readonly Needle[]>;
  readonly disguised: ReadonlyMap<string, readonly Needle[]>;
};

const indexes = new WeakMap<WordLists, Index>();

/** The index of these lists, made once for each array of lists. */
export function indexOf(lists: WordLists): Index {
  const known = indexes.get(lists);
  if (known) return known;
  const index = { plain: new Map<string, Needle[]>(), disguised: new Map<string, Needle[]>() };
  for (const needle of lists.flatMap(needlesOf).flatMap(withJoined)) {
    const [first] = needle.words;
    if (first === undefined) continue;
    put(index.plain, first.text, needle);
    put(index.disguised, first.skeleton, needle);
  }
  indexes.set(lists, index);
  return index;
}

function needlesOf({ name, terms, innocent }: WordLists[number]): Needle[] {
  const harmful = groups.flatMap((group) =>
    (terms[group] ?? []).map(({ phrase, score }, term) => ({ words: wordsOf(phrase), group, list: name, term, score })),
  );
  const harmless = innocent.map((phrase, term) => ({
    words: wordsOf(phrase),
    group: null,
    list: name,
    term,
    score: 0,
  }));
  return [...harmful, ...harmless];
}

/** Whoever leaves out the spaces of a phrase says the same. */
function withJoined(needle: Needle): Needle[] {
  if (needle.words.length < 2) return [needle];
  return [needle, { ...needle, words: [wordOf(needle.words.map(({ text }) => text).join(""))] }];
}

/** A listed phrase goes through the same reading as a prompt, so that both meet. */
function wordsOf(phrase: string): NeedleWord[] {
  return tokenise(phrase).words.map(({ text }) => wordOf(text));
}

function wordOf(text: string): NeedleWord {
  return { text, skeleton: skeletonOf(text) };
}

function put(index: Map<string, Needle[]>, key: string, needle: Needle): void {
  const there = index.get(key);
  if (there) there.push(needle);
  else index.set(key, [needle]);
}
