/** What digits and symbols stand for. A one, an l and an i look alike, and all become an i. */
const readings = new Map(
  Array.from("01!|l23456789@$+", (from, at) => [from, Array.from("oiiiizeasgtbgast")[at] ?? from]),
);

/** What the skeleton of a plain ASCII character is, by code. */
export const skeletonCodes = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return (readings.get(character) ?? character).charCodeAt(0);
});

/**
 * What is left of a word when look-alikes and repeats are undone: `d33pfaaake` and `deepfake` have one skeleton. Only
 * disguised words are compared by it; plain ones are compared letter by letter.
 */
export function skeletonOf(word: string): string {
  let skeleton = "";
  let last = "";
  for (const character of word) {
    const letter = asSkeleton(character);
    if (letter !== last) skeleton += letter;
    last = letter;
  }
  return skeleton;
}

/**
 * Whether a disguised word of the same skeleton may be this one. Repeating a letter adds letters and never takes one away:
 * `booook` may be `book`, and `bok` may not. Where all are letters, an l is an l and no i.
 */
export function couldBe(disguised: string, word: string): boolean {
  const read = /^\p{L}+$/u.test(disguised) ? itself : asSkeleton;
  const [runs, wanted] = [runsOf(disguised, read), runsOf(word, read)];
  return wanted.every(({ letter, length }, at) => runs[at]?.letter === letter && length <= runs[at].length);
}

const itself = (character: string) => character;
const asSkeleton = (character: string) => readings.get(character) ?? character;

type Run = { readonly letter: string; length: number };

function runsOf(word: string, read: (character: string) => string): Run[] {
  const runs: Run[] = [];
  for (const character of word) {
    const letter = read(character);
    const last = runs.at(-1);
    if (last?.letter === letter) last.length += 1;
    else runs.push({ letter, length: 1 });
  }
  return runs;
}
