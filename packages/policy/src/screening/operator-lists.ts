import { builtInLists, type Group, groups, type Term, type WordList, type WordLists } from "./word-lists.ts";

/** A list that cannot be used. It says where, and never what stands there. */
export class UnusableWordList extends Error {
  constructor(place: string) {
    super(`A word list cannot be used: ${place}`);
  }
}

/**
 * Reads an operator's list from what its JSON file holds: `{ name, locale, terms: { <group>: [{ phrase, score }] },
 * innocent }`. Throws `UnusableWordList`, which repeats no term.
 */
export function readWordList(given: unknown): WordList {
  const { name, locale, terms = {}, innocent = [] } = recordAt(given, "the list");
  const { name: builtIn } = builtInLists[0] ?? {};
  if (typeof name !== "string" || name === "" || name === builtIn) throw new UnusableWordList("name");
  if (typeof locale !== "string" || !/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(locale)) throw new UnusableWordList("locale");
  const read = Object.entries(recordAt(terms, "terms")).map(([key, each]) => readGroup(key, each));
  return { name, locale, terms: Object.fromEntries(read), innocent: arrayAt(innocent, "innocent").map(readInnocent) };
}

function readGroup(key: string, terms: unknown): [Group, Term[]] {
  const group = groups.find((each) => each === key);
  if (group === undefined) throw new UnusableWordList("a group that does not exist");
  return [group, arrayAt(terms, group).map((term, at) => readTerm(term, `${group}[${at}]`))];
}

function readTerm(term: unknown, place: string): Term {
  const { phrase, score } = recordAt(term, place);
  if (typeof phrase !== "string" || !/[\p{L}\p{N}]/u.test(phrase)) throw new UnusableWordList(`${place}.phrase`);
  if (typeof score !== "number" || !(score > 0 && score <= 1)) throw new UnusableWordList(`${place}.score`);
  return { phrase, score };
}

function readInnocent(phrase: unknown, at: number): string {
  if (typeof phrase !== "string" || phrase.trim() === "") throw new UnusableWordList(`innocent[${at}]`);
  return phrase;
}

function recordAt(value: unknown, place: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new UnusableWordList(place);
  return Object.fromEntries(Object.entries(value));
}

function arrayAt(value: unknown, place: string): unknown[] {
  if (!Array.isArray(value)) throw new UnusableWordList(place);
  return value;
}

/**
 * The built-in lists and an operator's, of which those of these languages are taken; `en` takes `en-GB` too, and `und`
 * belongs to every language. Keep what this returns: its index is made once.
 */
export function withBuiltIn(lists: WordLists, locales: readonly string[]): WordLists {
  const spoken = ({ locale }: WordList) =>
    locale === "und" || locales.some((wanted) => locale === wanted || locale.startsWith(`${wanted}-`));
  return [...builtInLists, ...lists.filter(spoken)];
}
