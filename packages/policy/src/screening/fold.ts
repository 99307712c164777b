import { unfold } from "./lookalikes.ts";

/** A prompt in plain small letters, and where each of its characters was written. Offsets count UTF-16 units. */
export type Folded = {
  readonly text: string;
  readonly startOf: (at: number) => number;
  readonly endOf: (at: number) => number;
};

const plain = /^[\t-\r -~]*$/;
const itself = (at: number) => at;
const after = (at: number) => at + 1;

/** Undoes what hides a letter behind another character; what is in plain ASCII only loses its capitals. */
export function fold(prompt: string): Folded {
  if (plain.test(prompt)) return { text: readCapitals(prompt).toLowerCase(), startOf: itself, endOf: after };
  const starts: number[] = [];
  const ends: number[] = [];
  let text = "";
  let start = 0;
  for (const character of readCapitals(prompt)) {
    const end = start + character.length;
    const letters = unfold(character);
    text += letters;
    for (let unit = 0; unit < letters.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
    start = end;
  }
  return { text, startOf: (at) => starts[at] ?? start, endOf: (at) => ends[at] ?? start };
}

/** A capital I behind a small letter is a small l in disguise as often as not: it becomes a one, which reads as both. */
function readCapitals(prompt: string): string {
  return /[a-z]I/.test(prompt) ? prompt.replace(/(?<=[a-z])I/g, "1") : prompt;
}
