import { hashStep } from "./hash.ts";
import type { Token } from "./tokenise.ts";
import type { Word, WordTable } from "./word-table.ts";

const shortest = 4;
/** A word in so many pieces or fewer. */
const mostPieces = 8;
const none: never[] = [];

/**
 * Words that single spaces cut in pieces, of those whose hash may be listed: in two, one of which has no vowel and so is no
 * word (`wo rd`); or in three and more, of two letters each or one. Takes time in proportion to the number of words.
 */
export function joinPieces(text: string, words: WordTable, mayBe: (hash: number) => boolean): readonly Token[] {
  if (!words.mayBeInPieces) return none;
  return words.all.flatMap((one, first) => {
    const other = words.all[first + 1];
    if (other === undefined || isApostrophe(text, one.from - 1)) return none;
    const isRow = isShort(one) && isShort(other);
    return isRow || one.isMute || other.isMute ? joinFrom(text, words, { first, isRow, mayBe }) : none;
  });
}

type Start = { readonly first: number; readonly isRow: boolean; readonly mayBe: (hash: number) => boolean };

/** What the pieces from this word on say when two of them, or more in a row, are one. */
function joinFrom(text: string, words: WordTable, { first, isRow, mayBe }: Start): Token[] {
  const joined: Token[] = [];
  const end = first + (isRow ? mostPieces : 2);
  let hash = words.all[first]?.exact ?? 0;
  for (let last = first + 1; last < end && goesOn(text, words, last, isRow); last += 1) {
    const { from, to } = words.all[last] ?? { from: 0, to: 0 };
    for (let at = from; at < to; at += 1) hash = hashStep(hash, text.charCodeAt(at));
    const pieces = mayBe(hash) ? words.all.slice(first, last + 1) : none;
    if (pieces.length > 2 || pieces.some(({ isMute }) => isMute)) joined.push(...tokenOf(text, pieces, first));
  }
  return joined;
}

/** Whether a word of letters stands here, one space behind another. */
function goesOn(text: string, { all }: WordTable, at: number, isRow: boolean): boolean {
  const [before, piece] = [all[at - 1], all[at]];
  if (!before || !piece || !isOfLetters(before) || !isOfLetters(piece)) return false;
  return piece.from - before.to === 1 && text[before.to] === " " && (!isRow || isShort(piece));
}

const isShort = ({ from, to }: Word) => to - from <= 2;
const isOfLetters = ({ kind }: Word) => kind === "plain" || kind === "doubled";

/** Everyday words that one more letter makes another: `model S hits` says nothing else. */
const everyday = new Set(
  `hit hits hitter hitters hitting cat cats lit its ape apes rick ricks pic pics ink inks rap child baby kids omen male resident
  ranger over lover lovers aid ale hate greedy gays lacks making ought old ells heap trip trips rip rips tripping ripping ripped
  role ego tab tabs aim lay lays prick heat hat hip hot`.split(/\s+/),
);

function isEveryday(text: string, [one, other]: readonly Word[]): boolean {
  if (!one || !other || (one.to - one.from > 1 && other.to - other.from > 1)) return false;
  const rest = one.to - one.from > 1 ? one : other;
  return everyday.has(text.slice(rest.from, rest.to));
}

function tokenOf(text: string, pieces: readonly Word[], at: number): Token[] {
  const [from, to] = [pieces[0]?.from ?? 0, pieces.at(-1)?.to ?? 0];
  const joined = pieces.map((piece) => text.slice(piece.from, piece.to)).join("");
  if (joined.length < shortest || isApostrophe(text, to) || (pieces.length === 2 && isEveryday(text, pieces)))
    return [];
  return [{ text: joined, kind: "plain", readings: [], from, to, at, isGuess: pieces.length === 2 }];
}

/** What an apostrophe parts from a word, such as the `s` of `it's`, is no piece of the next. */
function isApostrophe(text: string, at: number): boolean {
  return text[at] === "'" || text[at] === "\u2019";
}
