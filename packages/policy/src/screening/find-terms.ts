import { type Index, mayStandAt, type Needle, type NeedleWord } from "./index-lists.ts";
import { isDenied } from "./negation.ts";
import type { Reading } from "./readings.ts";
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

/** What is put together of pieces is a doubt. */
const guessed = 0.55;

type Match = Omit<Found, "group"> & { readonly group: Group | null };
/** Part of the folded prompt, end exclusive. */
type Place = { readonly from: number; readonly to: number };

/**
 * The listed terms in a prompt, in its order. Within an innocent phrase nothing is found, and within a longer term of a
 * group no shorter one.
 */
export function findTerms(tokens: Tokens, index: Index): Found[] {
  const matches: Match[] = [];
  let at = -1;
  for (const each of tokens.words.all) {
    at += 1;
    const word = index.mayHold(tokens.words, each, at) ? tokens.wordAt(at) : null;
    if (word === null) continue;
    for (const needle of needlesAt(word, index)) matchPhrase(tokens, word, needle, matches);
  }
  const others = [...tokens.others, ...tokens.inPieces((hash) => index.mayBe(hash))];
  if (others.length > 0) findJoined(tokens, others, index, matches);
  return matches.length < 2 ? matches.filter(isHarmful) : withoutCovered(matches.sort(inOrder));
}

/** What words say when taken together, unless they say it by themselves, closer to where it was written. */
function findJoined(tokens: Tokens, others: readonly Token[], index: Index, matches: Match[]): void {
  const found = new Set(matches.map(nameOf));
  for (const other of others) {
    for (const needle of needlesAt(other, index))
      if (needle.words.length === 1 && !found.has(nameOf(needle))) matchPhrase(tokens, other, needle, matches);
  }
}

/**
 * The phrases that may have a word for their anchor. An innocent word is so as it stands: it may differ from a harmful one by a letter that
 * is there twice.
 */
function needlesAt({ text, readings }: Token, index: Index): readonly Needle[] {
  const exact = index.exactly(text);
  if (readings.length === 0) return exact;
  const found = new Set(exact);
  for (const reading of readings) {
    const said = reading.isBlotted ? index.blottedAs(reading.text) : index.disguisedAs(reading.skeleton);
    for (const needle of said) if (needle.group !== null || needle.words.length > 1) found.add(needle);
  }
  return [...found];
}

function matchPhrase(tokens: Tokens, word: Token, needle: Needle, matches: Match[]): void {
  const { list, term } = needle;
  const score = word.isGuess ? Math.min(needle.score, guessed) : needle.score;
  const first = word.at - needle.anchor;
  const place = needle.words.length === 1 ? says(word, needle.words[0]) : placeOf(tokens, first, needle.words);
  if (place === null || isWithinWord(tokens.folded.text, place)) return;
  // What is denied is innocent, and so is each shorter term within it.
  const group = needle.group !== null && isDenied(tokens, first, place.from, place.to) ? null : needle.group;
  const { startOf, endOf } = tokens.folded;
  matches.push({ group, list, term, score, start: startOf(place.from), end: endOf(place.to - 1), at: first });
}

/** Where these words are said from this place of the prompt on, or null where they are not. */
function placeOf(tokens: Tokens, first: number, words: readonly NeedleWord[]): Place | null {
  let [from, to, last]: [number, number, Token | null] = [0, 0, null];
  if (!mayStandAt(tokens.words, first, words)) return null;
  for (const [offset, wanted] of words.entries()) {
    const next = tokens.wordAt(first + offset);
    const said = next && says(next, wanted);
    if (!next || !said || (last !== null && !areOnePhrase(tokens, last, next))) return null;
    if (last === null) from = said.from;
    to = said.to;
    last = next;
  }
  return { from, to };
}

function nameOf({ list, group, term }: Pick<Match, "list" | "group" | "term">): string {
  return `${list} ${group} ${term}`;
}

/** Where the word says what is wanted, or null where it does not. */
function says({ text, readings, from, to }: Token, wanted: NeedleWord | undefined): Place | null {
  if (wanted === undefined) return null;
  if (text === wanted.text) return { from, to };
  return readings.find((reading) => saysWord(reading, wanted)) ?? null;
}

/** Where a number is wanted its digits stand for themselves: a `55yo` is no `5yo` who is written in a longer way. */
function saysWord({ text, skeleton, isBlotted }: Reading, wanted: NeedleWord): boolean {
  if (wanted.hasDigits) return text === wanted.text;
  if (isBlotted) return text.length === wanted.text.length;
  return skeleton === wanted.skeleton && couldBe(text, wanted.text);
}

/** Signs that punctuation parts are two words; letters may be set apart by anything. */
function areOnePhrase({ folded }: Tokens, one: Token, other: Token): boolean {
  if (one.kind !== "sign" || other.kind !== "sign" || one.to === other.from) return true;
  return !/[,!?;:。、\n]/.test(folded.text.slice(one.to, other.from));
}

const katakana = /[\u30a1-\u30fa\u30fc]/;

/** Katakana words are as whole as those of letters, though no space says so. */
function isWithinWord(text: string, { from, to }: Place): boolean {
  const isKatakana = (at: number) => katakana.test(text.charAt(at));
  return (isKatakana(from) && isKatakana(from - 1)) || (isKatakana(to - 1) && isKatakana(to));
}

/** Innocent phrases first, then the longest, then the surest. */
function inOrder(one: Match, other: Match): number {
  if (one.start !== other.start) return one.start - other.start;
  if ((one.group === null) !== (other.group === null)) return one.group === null ? -1 : 1;
  return other.end - one.end || other.score - one.score;
}

function isHarmful(match: Match): match is Found {
  return match.group !== null;
}

function withoutCovered(matches: readonly Match[]): Found[] {
  const found: Found[] = [];
  const coveredUntil = new Map<Group | null, number>();
  for (const match of matches) {
    const until = Math.max(coveredUntil.get(null) ?? 0, coveredUntil.get(match.group) ?? 0);
    if (match.end <= until) continue;
    coveredUntil.set(match.group, match.end);
    if (isHarmful(match)) found.push(match);
  }
  return found;
}
