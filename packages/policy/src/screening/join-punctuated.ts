import { readingOf, readingsOf } from "./readings.ts";
import type { Joined } from "./spelled-out.ts";
import type { WordTable } from "./word-table.ts";

/** A blot over a letter of a word that stands between others. */
const blots = /[*#%&?(<^~]/g;
const widest = 4;

const none: readonly Joined[] = [];

/** Words connected by punctuation without a space between them, read as one: all that are, and each two. */
export function joinPunctuated(text: string, words: WordTable): readonly Joined[] {
  if (!words.mayBeConnected) return none;
  const joined: Joined[] = [];
  const count = words.all.length;
  for (let from = 0; from < count; from += 1) {
    let to = from;
    while (to + 1 < count && areConnected(text, words, to)) to += 1;
    if (to === from) continue;
    joined.push(join(text, words, from, to));
    if (to - from > 1) for (let at = from; at < to; at += 1) joined.push(join(text, words, at, at + 1));
    from = to;
  }
  return joined;
}

function areConnected(text: string, { all }: WordTable, at: number): boolean {
  const one = all[at];
  const other = all[at + 1];
  if (!one || !other) return false;
  const [from, to] = [one.to, other.from];
  if (isSpace(text, from) || to - from > widest || one.kind === "sign" || other.kind === "sign") return false;
  for (let between = from + 1; between < to; between += 1) if (isSpace(text, between)) return false;
  return true;
}

function join(text: string, { all }: WordTable, first: number, last: number): Joined {
  const joined = all.slice(first, last + 1);
  const letters = joined.map((word) => text.slice(word.from, word.to)).join("");
  const [from, to] = [joined[0]?.from ?? 0, joined.at(-1)?.to ?? 0];
  const blotted = text.slice(from, to).replace(blots, "*");
  const masked = blotted.includes("*") ? [{ ...readingOf(blotted, from, to), isBlotted: true }] : [];
  return { at: first, from, to, readings: [...readingsOf(letters, from, to), ...masked] };
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code === 0x20 || (code >= 0x09 && code <= 0x0d) : /\s/.test(text.charAt(at));
}
