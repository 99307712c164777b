import { builtInLists, otherLists } from "./built-in-lists.ts";
import { type Group, groups, type Term, type WordList, type WordLists } from "./word-lists.ts";

/** A list that cannot be used. It says in which line, from 1, and why; never what stands there. */
export class UnusableWordList extends Error {
  readonly line: number;

  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`);
    this.line = line;
  }
}

type Line = { readonly key: string; readonly score: string | null; readonly value: string; readonly line: number };

/**
 * Reads an operator's list from the text of its file: a line `name: …`, a line `locale: …` (BCP 47), then `<group> <score>:
 * <phrase>` for what is looked for and `innocent: <phrase>` for what passes. Empty lines and those that begin with `#` are
 * passed over. Throws `UnusableWordList`, which repeats nothing of the file.
 */
export function readWordList(text: string): WordList {
  const lines = linesOf(text);
  const name = onlyOne("name", lines);
  if (reserved.has(name.value)) throw new UnusableWordList(name.line, "this name is the product's own");
  const locale = onlyOne("locale", lines);
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(locale.value)) throw new UnusableWordList(locale.line, "not a language tag");
  const innocent = lines.filter(({ key }) => key === "innocent").map(({ value }) => value);
  const terms = lines.filter(({ key }) => !["name", "locale", "innocent"].includes(key)).map(readTerm);
  return {
    name: name.value,
    locale: locale.value,
    innocent,
    terms: Object.fromEntries(
      groups.map((group) => [group, terms.filter((each) => each.group === group).map(({ term }) => term)]),
    ),
  };
}

const reserved = new Set([...builtInLists, ...otherLists].map(({ name }) => name));

function linesOf(text: string): Line[] {
  return text.split(/\r?\n/).flatMap((written, at) => {
    const line = at + 1;
    if (/^\s*(#|$)/.test(written)) return [];
    const match = /^\s*([a-z-]+)(?:\s+([^\s:]+))?\s*:\s*(\S.*)$/.exec(written);
    if (match === null) throw new UnusableWordList(line, "neither `key: value` nor `group score: phrase`");
    const [, key = "", score = null, value = ""] = match;
    return [{ key, score, value: value.trim(), line }];
  });
}

function onlyOne(key: "name" | "locale", lines: readonly Line[]): Line {
  const [first, second] = lines.filter((each) => each.key === key);
  if (first === undefined) throw new UnusableWordList(1, `no line says the ${key}`);
  if (second !== undefined) throw new UnusableWordList(second.line, `a second ${key}`);
  return first;
}

function readTerm({ key, score, value, line }: Line): { readonly group: Group; readonly term: Term } {
  const group = groups.find((each) => each === key);
  if (group === undefined) throw new UnusableWordList(line, "a group that does not exist");
  if (!/[\p{L}\p{N}]/u.test(value)) throw new UnusableWordList(line, "a phrase without letters");
  if (oneSign.test(value)) throw new UnusableWordList(line, "one sign alone stands in too many words");
  const sureness = Number(score ?? "");
  if (!(sureness > 0 && sureness <= 1)) throw new UnusableWordList(line, "no score above 0 and up to 1");
  return { group, term: { phrase: value, score: sureness } };
}

/** Where no spaces are set, one sign is found in any word that has it. */
const oneSign = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u;

/**
 * English and, of all other lists, those in these languages; `en` takes `en-GB` too, and `und` belongs to every language. Keep
 * what this returns: its index is made once.
 */
export function withBuiltIn(lists: WordLists, locales: readonly string[]): WordLists {
  const spoken = ({ locale }: WordList) =>
    locale === "und" || locales.some((wanted) => locale === wanted || locale.startsWith(`${wanted}-`));
  return [...builtInLists, ...[...otherLists, ...lists].filter(spoken)];
}
