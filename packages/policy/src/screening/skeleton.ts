/** What digits and symbols stand for. A one, an l and an i look alike, and all become an i. */
const readings = new Map(
  Array.from("01!|l23456789@$+", (from, at) => [from, Array.from("oiiiizeasgtbgast")[at] ?? from]),
);

/**
 * What is left of a word when look-alikes and repeats are undone: `d33pfaaake` and `deepfake` have one skeleton. Only
 * disguised words are compared by it; plain ones are compared letter by letter.
 */
export function skeletonOf(word: string): string {
  let skeleton = "";
  let last = "";
  for (const character of word) {
    const letter = readings.get(character) ?? character;
    if (letter !== last) skeleton += letter;
    last = letter;
  }
  return skeleton;
}

/** Repeating a letter adds letters and never takes one away: `booook` may be `book`, and `bok` may not. */
export function couldBe(disguised: string, word: string): boolean {
  const runs = runsOf(disguised);
  return runsOf(word).every((length, at) => length <= (runs[at] ?? 0));
}

function runsOf(word: string): number[] {
  const runs: number[] = [];
  let last = "";
  for (const character of word) {
    const letter = readings.get(character) ?? character;
    if (letter === last) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
    else runs.push(1);
    last = letter;
  }
  return runs;
}
