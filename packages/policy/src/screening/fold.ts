import { unfold } from "./lookalikes.ts";

/** A prompt in plain small letters, and where each of its characters was written. Offsets count UTF-16 units. */
export type Folded = {
  readonly text: string;
  readonly startOf: (at: number) => number;
  readonly endOf: (at: number) => number;
};

const plain = /^[\t-\r -~]*$/;
const mark = /^\p{M}$/u;
const itself = (at: number) => at;
const after = (at: number) => at + 1;

/** Undoes what hides a letter behind another character; what is in plain ASCII only loses its capitals. */
export function fold(prompt: string): Folded {
  const read = readCapitals(prompt);
  if (plain.test(read)) return { text: read.toLowerCase(), startOf: itself, endOf: after };
  return foldSigns(read);
}

/** What was kept so far is never looked at again but for its last sign: a text that grows is copied each time it is read. */
function foldSigns(read: string): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  const kept: string[] = [];
  let [start, last] = [0, 0];
  for (const character of read) {
    const end = start + character.length;
    const letters = isStrayMark(character, last) ? "" : unfold(character);
    for (let unit = 0; unit < letters.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
    if (letters !== "") {
      kept.push(letters);
      last = letters.charCodeAt(letters.length - 1);
    }
    start = end;
  }
  return { text: kept.join(""), startOf: (at) => starts[at] ?? start, endOf: (at) => ends[at] ?? start };
}

/** A mark of another script on a plain letter belongs to nothing and hides it. */
function isStrayMark(character: string, before: number): boolean {
  if (character.charCodeAt(0) < 0x300 || before >= 128) return false;
  return mark.test(character);
}

/**
 * A capital I behind a small letter is a small l in disguise as often as not, and a small l behind a capital a capital I:
 * each becomes a one, which reads as both.
 */
function readCapitals(prompt: string): string {
  return prompt.includes("I") || hasSmallLBeforeCapital(prompt)
    ? prompt.replace(/(?<=[a-z])I|(?<=[A-Z])l(?=[A-Z])/g, "1")
    : prompt;
}

/** Looked for by hand: an expression takes longer than all else that is done to a plain prompt. */
function hasSmallLBeforeCapital(prompt: string): boolean {
  for (let at = prompt.indexOf("l"); at >= 0; at = prompt.indexOf("l", at + 1)) {
    const next = prompt.charCodeAt(at + 1);
    if (next >= 0x41 && next <= 0x5a) return true;
  }
  return false;
}
