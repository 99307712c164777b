import { type Group, groups, type Term, type WordList } from "../word-lists.ts";
import { formsOfNoun, formsOfVerb } from "./inflect.ts";

/**
 * Phrases as they are written in a list of ours: apart by commas; those behind a bar may also be meant well. `{a/b} c` is
 * `a c` and `b c`, `erase~` each form of the verb, `child+` the noun and its plural.
 */
type Written = Readonly<Partial<Record<Group, string>>>;

const [sure, doubtful] = [0.9, 0.55];

/** A list from what is written in its file. */
export function writeList(name: string, locale: string, written: Written, innocent: string): WordList {
  const terms = Object.fromEntries(groups.map((group) => [group, termsOf(written[group] ?? "")]));
  return { name, locale, terms, innocent: phrasesOf(innocent) };
}

function termsOf(written: string): Term[] {
  const [clear = "", ambiguous = ""] = written.split("|");
  const scored = (phrases: string, score: number) => phrasesOf(phrases).map((phrase) => ({ phrase, score }));
  return [...scored(clear, sure), ...scored(ambiguous, doubtful)];
}

function phrasesOf(written: string): string[] {
  const phrases = written
    .split(",")
    .map((phrase) => phrase.trim().replace(/\s+/g, " "))
    .filter((phrase) => phrase !== "")
    .flatMap(writtenOut);
  return [...new Set(phrases)];
}

function writtenOut(phrase: string): string[] {
  const choice = /\{([^}]*)\}/.exec(phrase);
  if (choice) return (choice[1] ?? "").split("/").flatMap((one) => writtenOut(phrase.replace(choice[0], one.trim())));
  const word = /([a-z]+)([~+])/.exec(phrase);
  if (!word) return [phrase.replace(/\s+/g, " ").trim()];
  const forms = word[2] === "~" ? formsOfVerb(word[1] ?? "") : formsOfNoun(word[1] ?? "");
  return forms.flatMap((form) => writtenOut(phrase.replace(word[0], form)));
}
