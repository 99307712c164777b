import type { Index, Needle, NeedleWord } from "./index-lists.ts";
import { couldBe } from "./skeleton.ts";
import type { Token, Tokens } from "./tokenise.ts";
import type { Group } from "./word-lists.ts";

/** A listed term in a prompt: which one of which list, and where (UTF-16 offsets in the prompt, end exclusive). */
export type Found = {
  readonly group: Group;
  readonly list: string;
  readonly term: number;
  readonly score: number;
  readonly start: number;
  readonly end: number;
  /** Which word of the prompt it begins with. */
  readonly at: number;
};

type Match = Omit<Found, "group"> & { readonly group: Group | null };

/**
 * The listed terms in a prompt, in its order. Within an innocent phrase nothing is found, and within a longer term of a
 * group no shorter one.
 */
export function findTerms({ words, others }: Tokens, index: Index): Found[] {
  const matches: Match[] = [];
  for (const word of words) {
    for (const needle of needlesAt(word, index)) matchPhrase(words, word, needle, matches);
  }
  for (const other of others) {
    for (const needle of needlesAt(other, index))
      if (needle.words.length === 1) matchPhrase([], other, needle, matches);
  }
  return withoutCovered(matches.sort(inOrder));
}

const nothing: readonly Needle[] = [];

/** The phrases that may begin with a word. */
function needlesAt({ text, readings }: Token, { plain, disguised }: Index): readonly Needle[] {
  const exact = plain.get(text);
  if (readings.length === 0) return exact ?? nothing;
  const found = new Set(exact);
  for (const { skeleton } of readings) for (const needle of disguised.get(skeleton) ?? []) found.add(needle);
  return [...found];
}

function matchPhrase(words: readonly Token[], first: Token, needle: Needle, matches: Match[]): void {
  const { group, list, term, score } = needle;
  let last = first;
  for (const [offset, wanted] of needle.words.entries()) {
    const word = offset === 0 ? first : words[first.at + offset];
    if (word === undefined || !says(word, wanted)) return;
    last = word;
  }
  matches.push({ group, list, term, score, start: first.start, end: last.end, at: first.at });
}

function says({ text, readings }: Token, wanted: NeedleWord): boolean {
  if (text === wanted.text) return true;
  return readings.some((reading) => reading.skeleton === wanted.skeleton && couldBe(reading.text, wanted.text));
}

/** Innocent phrases first, then the longest, then the surest. */
function inOrder(one: Match, other: Match): number {
  if (one.start !== other.start) return one.start - other.start;
  if ((one.group === null) !== (other.group === null)) return one.group === null ? -1 : 1;
  return other.end - one.end || other.score - one.score;
}

function withoutCovered(matches: readonly Match[]): Found[] {
  const found: Found[] = [];
  const coveredUntil = new Map<Group | null, number>();
  for (const { group, ...match } of matches) {
    const until = Math.max(coveredUntil.get(null) ?? 0, coveredUntil.get(group) ?? 0);
    if (match.end <= until) continue;
    coveredUntil.set(group, match.end);
    if (group !== null) found.push({ ...match, group });
  }
  return found;
}
