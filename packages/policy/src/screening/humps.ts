import type { Folded } from "./fold.ts";
import { readingOf } from "./readings.ts";
import type { Joined } from "./spelled-out.ts";
import type { WordTable } from "./word-table.ts";

const hump = /[a-z][A-Z]/;
const parts = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;
const shortest = 3;
const none: readonly never[] = [];

/** The words that are glued together with a capital each: `twoWords`. */
export function humpsOf(prompt: string, { startOf, endOf }: Folded, words: WordTable): readonly Joined[] {
  if (!hump.test(prompt)) return none;
  return words.all.flatMap(({ from, to }, at) => {
    const written = prompt.slice(startOf(from), endOf(to - 1));
    // Offsets within a word are those of the prompt only where each character is one.
    if (written.length !== to - from || !hump.test(written)) return [];
    return [...written.matchAll(parts)].flatMap(({ 0: part, index }) => {
      const [begins, ends] = [from + index, from + index + part.length];
      const letters = part.toLowerCase();
      return part.length < shortest
        ? []
        : [{ at, from: begins, to: ends, readings: [readingOf(letters, begins, ends)] }];
    });
  });
}
