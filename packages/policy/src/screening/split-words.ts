import { hashStep } from "./hash.ts";
import { skeletonCodes } from "./skeleton.ts";

/**
 * What a word looks like: of plain letters; with a letter twice in a row; letters mixed with digits or symbols; a sign of a
 * script that sets no spaces; or symbols alone, which are nothing unless a word is spelled out with them.
 */
export type Kind = "plain" | "doubled" | "disguised" | "sign" | "symbol";

/** Part of a folded prompt: indexes into its text, end exclusive; and the hash of what stands there. */
export type Word = { readonly from: number; readonly to: number; readonly kind: Kind; readonly exact: number };

/** The words of a folded prompt, in order. */
export class WordTable {
  readonly all: Word[] = [];
  /** Whether three singles stand in a row, or symbols alone anywhere. */
  mayBeSpelledOut = false;
  private readonly text: string;
  private singles = 0;

  constructor(text: string) {
    this.text = text;
  }

  add(word: Word): void {
    this.all.push(word);
    const isSingle = (word.to - word.from === 1 || word.kind !== "plain") && this.isSingle(word);
    this.singles = isSingle ? this.singles + 1 : 0;
    if (this.singles === 3 || word.kind === "symbol") this.mayBeSpelledOut = true;
  }

  /** Whether it is one letter, digit or symbol, however often. */
  isSingle({ from, to, kind }: Word): boolean {
    return kind !== "sign" && isOneCharacter(this.text, from, to);
  }

  /** The hash of a word's skeleton. */
  bareHashOf({ from, to }: Word): number {
    let [bare, last] = [0, -1];
    for (let unit = from; unit < to; unit += 1) {
      const code = this.text.charCodeAt(unit);
      const letter = code < 128 ? (skeletonCodes[code] ?? code) : code;
      if (letter !== last) bare = hashStep(bare, letter);
      last = letter;
    }
    return bare;
  }
}

const [letter, digit, symbol, gap, sign] = [1, 2, 3, 4, 5];
const letterLike = /[\p{L}\p{N}\p{M}]/u;
/** Scripts that set no space between words: each of their characters stands alone. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
/** The kind of each character by its UTF-16 unit, found out when it is first met; a surrogate is met with its other half. */
const kinds = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  if (code >= 128) return 0;
  const character = String.fromCharCode(code);
  if (/[a-z]/.test(character)) return letter;
  if (/[0-9]/.test(character)) return digit;
  return "@$!|+".includes(character) ? symbol : gap;
});

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return kinds[code] || kindAnew(text, at, code);
}

function kindAnew(text: string, at: number, code: number): number {
  const character = String.fromCodePoint(text.codePointAt(at) ?? code);
  const kind = unspaced.test(character) ? sign : letterLike.test(character) ? letter : gap;
  if (character.length === 1) kinds[code] = kind;
  return kind;
}

function widthAt(text: string, at: number): 1 | 2 {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 ? 2 : 1;
}

/** The words of a folded prompt, in order. Each character is looked at three times at most. */
export function splitWords(text: string): WordTable {
  const words = new WordTable(text);
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at);
    if (kind === gap) at += widthAt(text, at);
    else if (kind === sign) at = addWhole(words, text, { from: at, to: at + widthAt(text, at), kind: "sign" });
    else if (kind === symbol) at = readSymbols(words, text, at);
    else at = readWord(words, text, at);
  }
  return words;
}

/** Symbols begin a word when a letter follows; those that stand for letters may also be one. */
function readSymbols(words: WordTable, text: string, from: number): number {
  const to = endOfSymbols(text, from);
  if (to < text.length && kindAt(text, to) <= digit) return readWord(words, text, from);
  if (from > 0 && kindAt(text, from - 1) <= digit) return to;
  const isWord = to - from >= 3 && text.slice(from, to).includes("@");
  return isWord || to - from === 1 || isOneCharacter(text, from, to)
    ? addWhole(words, text, { from, to, kind: isWord ? "disguised" : "symbol" })
    : to;
}

function addWhole(words: WordTable, text: string, { from, to, kind }: Omit<Word, "exact">): number {
  let exact = 0;
  for (let at = from; at < to; at += 1) exact = hashStep(exact, text.charCodeAt(at));
  words.add({ from, to, kind, exact });
  return to;
}

function isOneCharacter(text: string, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) if (text.charCodeAt(at) !== text.charCodeAt(from)) return false;
  return true;
}

/** Reads the word that begins here and says where it ends. */
function readWord(words: WordTable, text: string, from: number): number {
  let [letters, doubles, symbolsUntil, last, exact] = [0, 0, from, -1, 0];
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = kinds[code] || kindAnew(text, at, code);
    if (kind > symbol) {
      const isOtherHalf = (code & 0xfc00) === 0xdc00 && (last & 0xfc00) === 0xd800;
      if (!isOtherHalf) break;
    } else if (kind === symbol && at >= symbolsUntil) {
      symbolsUntil = endOfSymbolsWithin(text, at, { from, isDisguised: letters < at - from });
      if (symbolsUntil === at) break;
    }
    if (kind === letter || code >= 128) letters += 1;
    if (code === last) doubles += 1;
    exact = hashStep(exact, code);
    last = code;
  }
  const isMixed = letters > 0 && letters < at - from;
  const kind = isMixed && !isName(text, from, at) ? "disguised" : doubles > 0 ? "doubled" : "plain";
  words.add({ from, to: at, kind, exact });
  return at;
}

/** A letter before two digits is the name of a road or a paper size, and no word. */
function isName(text: string, from: number, to: number): boolean {
  return (
    to - from === 3 &&
    kindAt(text, from) === letter &&
    kindAt(text, from + 1) === digit &&
    kindAt(text, from + 2) === digit
  );
}

/** Symbols belong to a word when a letter follows them. At its end those that rarely end a sentence do, too. */
function endOfSymbolsWithin(text: string, at: number, word: { from: number; isDisguised: boolean }): number {
  const end = endOfSymbols(text, at);
  if (at === word.from || (end < text.length && kindAt(text, end) <= digit)) return end;
  return word.isDisguised || /[$@+]/.test(text.slice(at, end)) ? end : at;
}

function endOfSymbols(text: string, from: number): number {
  let at = from;
  while (at < text.length && kindAt(text, at) === symbol) at += 1;
  return at;
}
