import { createRequire } from "node:module";
import { type Group, groups, type Term, type WordList } from "@covenant/policy";
import { groupOf, isSure, sureScore } from "./group-of.ts";
import { innocentPhrases } from "./innocent-phrases.ts";
import { obscenityStems, type Stem } from "./obscenity-words.ts";
import { compoundsOf, formsOf, pluralsOf } from "./word-forms.ts";

const require = createRequire(import.meta.url);
/** It comes without types. */
const naughtyWords: Readonly<Record<string, unknown>> = require("naughty-words");
const locales = ["en", "de", "fr", "es", "zh"] as const;
type Locale = (typeof locales)[number];

type Entry = Term & { readonly group: Group };

/**
 * The words of obscenity and naughty-words, one list a language, each word in the group that its hash names and with the
 * score that goes with it. Made at start; no word of them stands in this repository.
 */
export function libraryLists(): WordList[] {
  return locales.map((locale) => {
    const entries = [...(locale === "en" ? obscenityStems().flatMap(entriesOf) : []), ...ofNaughtyWords(locale)];
    return listOf(locale, entries);
  });
}

function entriesOf(stem: Stem): Entry[] {
  const standing = groupOf(stem.word);
  if (standing === null) return [];
  const { group, score } = standing;
  const entry = (phrase: string) => ({ phrase, group, score });
  const whole = [stem.spelling, ...pluralsOf(stem.spelling)].map(entry);
  // Slurs are not bent as other words are, and what looks as if they were is mostly a word of its own.
  if (group === "hate") return [...whole, ...(stem.spelling.length > 5 ? [entry(`${stem.spelling}ed`)] : [])];
  if (!stem.goesOn) return whole;
  // What may be meant well alone is not when it is put together as only rude words are.
  if (!isSure(standing))
    return [...whole, ...compoundsOf(stem.spelling).map((phrase) => ({ ...entry(phrase), score: sureScore }))];
  return formsOf(stem.spelling).map(entry);
}

/** These lists hold the forms they mean, save the plurals of slurs. */
function ofNaughtyWords(locale: Locale): Entry[] {
  return wordsOf(locale).flatMap((word) => {
    const standing = groupOf(word);
    if (standing === null) return [];
    const plurals = locale === "en" && standing.group === "hate" ? pluralsOf(word) : [];
    return [word, ...plurals].map((phrase) => ({ ...standing, phrase }));
  });
}

function wordsOf(locale: Locale): string[] {
  const words = naughtyWords[locale];
  if (!Array.isArray(words)) throw new Error(`naughty-words has no list ${locale}`);
  return words.map((word) => String(word).toLowerCase());
}

/** Each phrase once, in the first group that names it and with the most doubt: what is innocent beside it decides. */
function listOf(locale: Locale, entries: readonly Entry[]): WordList {
  const known = new Map<string, Entry>();
  for (const entry of entries) if (!known.has(entry.phrase)) known.set(entry.phrase, entry);
  const termsOf = (group: Group): Term[] =>
    [...known.values()].filter((each) => each.group === group).map(({ phrase, score }) => ({ phrase, score }));
  const terms = Object.fromEntries(groups.map((group) => [group, termsOf(group)]));
  return { name: `library-${locale}`, locale, terms, innocent: innocentPhrases[locale] };
}
