import type { Tokens } from "./tokenise.ts";

/** What says that the next word is not wanted. */
const denials = new Set(
  [
    "no non without never avoid exclude excluding zero nothing",
    "kein keine keinen keiner keinem ohne",
    "sans aucun aucune",
    "sin ningún ninguna",
  ]
    .join(" ")
    .split(" ")
    .map((word) => word.normalize("NFKD").replace(/\p{M}/gu, "")),
);
/** What may stand between a denial and what it denies. */
const between = new Set("any of the a an visible graphic explicit more real actual full".split(" "));
const reach = 3;
/** The part of a prompt that lists what is not wanted, to its line's end. */
const unwanted = /(?:^|[\s,.;:|([])neg(?:ative)?(?: prompts?)?\s*[:=]/;

/** Whether the prompt denies what is said from this word to this place of its folded text on: `no x`, `x-free`, `negative: x`. */
export function isDenied(tokens: Tokens, first: number, from: number, to: number): boolean {
  return (
    isDeniedBefore(tokens, first) ||
    /^[- ]free\b/.test(tokens.folded.text.slice(to, to + 6)) ||
    tokens.isUnwantedAt(from)
  );
}

function isDeniedBefore(tokens: Tokens, first: number): boolean {
  for (let at = first - 1; at >= first - reach; at -= 1) {
    const word = tokens.wordAt(at)?.text;
    if (word === undefined || denials.has(word)) return word !== undefined && isJoined(tokens, at, first);
    if (!between.has(word)) return false;
  }
  return false;
}

/** A comma or a full stop ends what a denial says. */
function isJoined(tokens: Tokens, denial: number, first: number): boolean {
  const [one, other] = [tokens.words.all[denial], tokens.words.all[first]];
  return one !== undefined && other !== undefined && !/[,.;:!?\n]/.test(tokens.folded.text.slice(one.to, other.from));
}

/** A list of what is not wanted follows what is: a prompt that is nothing else denies nothing. */
const leastWanted = 5;

/** Where the unwanted part begins and ends; the end is its line's, as long as nothing turns positive before. */
export function unwantedPart(text: string): { readonly from: number; readonly to: number } {
  const begins = text.includes("neg") ? unwanted.exec(text) : null;
  if (begins === null || begins.index < leastWanted) return { from: 0, to: 0 };
  const from = begins.index + begins[0].length;
  const ends = /\n|\bpositive\b|\bprompt\s*:/.exec(text.slice(from));
  return { from, to: ends === null ? text.length : from + ends.index };
}
