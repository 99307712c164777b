import { hashStep } from "./hash.ts";
import { type Word, WordTable } from "./word-table.ts";

const [letter, digit, symbol, gap, sign] = [1, 2, 3, 4, 5];
const [a, z, space, atSign] = [0x61, 0x7a, 0x20, 0x40];
/** A bit for each of a, e, i, o, u and y, from the lowest. */
const vowelMarks = 0x1104111;
const letterLike = /[\p{L}\p{N}\p{M}]/u;
/** Scripts that set no space between words: each of their characters stands alone. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
/** The kind of each character by its UTF-16 unit, found out when it is first met; half of a pair says nothing of the other. */
const kinds = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  if (code >= 128) return 0;
  const character = String.fromCharCode(code);
  if (/[a-z]/.test(character)) return letter;
  if (/[0-9]/.test(character)) return digit;
  return "@$!|+".includes(character) ? symbol : gap;
});

/** The UTF-16 units of a text. A string that a loop reads one by one, between calls, is asked each time how it is stored. */
type Units = Uint16Array;

function kindAt(units: Units, at: number): number {
  const code = units[at] ?? 0;
  return kinds[code] || kindAnew(units, at, code);
}

function kindAnew(units: Units, at: number, code: number): number {
  const character = String.fromCharCode(...units.subarray(at, at + widthAt(units, at)));
  const kind = unspaced.test(character) ? sign : letterLike.test(character) ? letter : gap;
  if ((code & 0xf800) !== 0xd800) kinds[code] = kind;
  return kind;
}

function widthAt(units: Units, at: number): 1 | 2 {
  return isHigh(units[at] ?? 0) && isLow(units[at + 1] ?? 0) ? 2 : 1;
}

const isHigh = (code: number) => (code & 0xfc00) === 0xd800;
const isLow = (code: number) => (code & 0xfc00) === 0xdc00;

/**
 * The words of a folded prompt, in order. Each character is looked at four times at most. Most words are plain small letters,
 * which are read here without a call.
 */
export function splitWords(text: string): WordTable {
  const words = new WordTable(text);
  const units = unitsOf(text);
  const { length } = text;
  for (let at = 0; at < length; ) {
    const from = at;
    let code = 0;
    let last = 0;
    let doubles = 0;
    let exact = 0;
    let vowels = 0;
    for (; at < length; at += 1) {
      code = units[at] ?? 0;
      if (code < a || code > z) break;
      if (code === last) doubles += 1;
      exact = hashStep(exact, code);
      vowels |= vowelMarks >> (code - a);
      last = code;
    }
    const isWhole = at > from && (code === space || at === length || kindAt(units, at) > symbol);
    if (isWhole) {
      const kind = doubles > 0 ? "doubled" : "plain";
      words.add({ from, to: at, kind, exact, isSingle: doubles === at - from - 1, isMute: (vowels & 1) === 0 });
    } else if (code === space) {
      words.spaceAt = at;
      at += 1;
    } else at = readOther(words, units, from);
  }
  return words;
}

let scratch = new Uint16Array(0x2000);

/** They stand here until the next text is read. */
function unitsOf(text: string): Units {
  if (text.length > scratch.length) scratch = new Uint16Array(text.length);
  const units = scratch.subarray(0, text.length);
  const { length } = text;
  for (let at = 0; at < length; at += 1) units[at] = text.charCodeAt(at);
  return units;
}

/** Reads what is not all plain letters, and says where it ends. */
function readOther(words: WordTable, units: Units, at: number): number {
  const kind = kindAt(units, at);
  if (kind === gap) return at + widthAt(units, at);
  if (kind === sign)
    return addWhole(words, units, { from: at, to: at + widthAt(units, at), kind: "sign", isSingle: false });
  return kind === symbol ? readSymbols(words, units, at) : readWord(words, units, at);
}

/** Symbols begin a word when a letter follows; those that stand for letters may also be one. */
function readSymbols(words: WordTable, units: Units, from: number): number {
  const to = endOfSymbols(units, from);
  if (to < units.length && kindAt(units, to) <= digit) return readWord(words, units, from);
  if (from > 0 && kindAt(units, from - 1) <= digit) return to;
  const isWord = to - from >= 3 && units.subarray(from, to).includes(atSign);
  const isSingle = isOneCharacter(units, from, to);
  return isWord || isSingle
    ? addWhole(words, units, { from, to, kind: isWord ? "disguised" : "symbol", isSingle })
    : to;
}

function addWhole(
  words: WordTable,
  units: Units,
  { from, to, kind, isSingle }: Omit<Word, "exact" | "isMute">,
): number {
  let exact = 0;
  for (let at = from; at < to; at += 1) exact = hashStep(exact, units[at] ?? 0);
  words.add({ from, to, kind, exact, isSingle, isMute: false });
  return to;
}

function isOneCharacter(units: Units, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) if (units[at] !== units[from]) return false;
  return true;
}

/** Reads the word that begins here and says where it ends. */
function readWord(words: WordTable, units: Units, from: number): number {
  let [letters, doubles, symbolsUntil, last, exact] = [0, 0, from, -1, 0];
  let at = from;
  for (; at < units.length; at += 1) {
    const code = units[at] ?? 0;
    const kind = kinds[code] || kindAnew(units, at, code);
    if (kind > symbol) {
      const isOtherHalf = (code & 0xfc00) === 0xdc00 && (last & 0xfc00) === 0xd800;
      if (!isOtherHalf) break;
    } else if (kind === symbol && at >= symbolsUntil) {
      symbolsUntil = endOfSymbolsWithin(units, at, { from, isDisguised: letters < at - from });
      if (symbolsUntil === at) break;
    }
    if (kind === letter || code >= 128) letters += 1;
    if (code === last) doubles += 1;
    exact = hashStep(exact, code);
    last = code;
  }
  const isMixed = letters > 0 && letters < at - from;
  const kind = isMixed && !isName(units, from, at) ? "disguised" : doubles > 0 ? "doubled" : "plain";
  words.add({ from, to: at, kind, exact, isSingle: doubles === at - from - 1, isMute: false });
  return at;
}

/** A letter before two digits is the name of a road or a paper size, a unit behind them a measure: neither is a word. */
function isName(units: Units, from: number, to: number): boolean {
  if (to - from !== 3 || kindAt(units, from + 1) !== digit) return false;
  const isDigitFirst = kindAt(units, from) === digit;
  const last = units[from + 2] ?? 0;
  return isDigitFirst ? unitsOfMeasure.has(last) : kindAt(units, from) === letter && kindAt(units, from + 2) === digit;
}

const codesOf = (characters: string) => new Set(Array.from(characters, (character) => character.charCodeAt(0)));
const unitsOfMeasure = codesOf("ghkmpsx");
const rarelyLast = codesOf("$@+");

/** Symbols belong to a word when a letter follows them. At its end those that rarely end a sentence do, too. */
function endOfSymbolsWithin(units: Units, at: number, word: { from: number; isDisguised: boolean }): number {
  const end = endOfSymbols(units, at);
  if (at === word.from || (end < units.length && kindAt(units, end) <= digit)) return end;
  return word.isDisguised || units.subarray(at, end).some((code) => rarelyLast.has(code)) ? end : at;
}

function endOfSymbols(units: Units, from: number): number {
  let at = from;
  while (at < units.length && kindAt(units, at) === symbol) at += 1;
  return at;
}
