import type { Condition, Fact, Facts } from "../condition.ts";

/** What each fact of a question is called: a sentence for each of its values, or a name where it is a number. */
export type FactWords<F extends Facts> = {
  readonly [K in keyof F]: F[K] extends number ? string : Readonly<Record<`${Exclude<F[K], number>}`, string>>;
};

/** The words of some facts, looked at without their types. */
type Words = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** A condition as a lawyer reads it. A negation is said of the single facts: `the account is not suspended`. */
export function sayCondition<F extends Facts>(condition: Condition<F>, words: Words): string {
  return condition.op === "always" ? "always" : said(condition, words, true);
}

function said<F extends Facts>(condition: Condition<F>, words: Words, isMeant: boolean): string {
  switch (condition.op) {
    case "always":
      return isMeant ? "always" : "never";
    case "is":
      return saidOfFact(condition.fact, condition.values, words, isMeant);
    case "at-least": {
      const { fact, least } = condition;
      return `${nameOf(fact, words)} is ${isMeant ? "at least" : "less than"} ${nameOf(least, words)}`;
    }
    case "not":
      return said(condition.of, words, !isMeant);
    case "all":
    case "any": {
      const parts = condition.of.filter((part) => part.op !== "always").map((part) => said(part, words, isMeant));
      return (condition.op === "all") === isMeant ? together(parts) : oneOf(parts);
    }
  }
}

const choice = "one of these:";
const bullet = "<br>– ";

/** Single sentences first and choices last, so that no reader takes what follows a list for its last line. */
function together(parts: readonly string[]): string {
  const [single, choices] = [
    parts.filter((part) => !part.includes(bullet)),
    parts.filter((part) => part.includes(bullet)),
  ];
  return [...new Set([...single, ...choices])].join("<br>and ");
}

/** A choice within a choice is one choice. */
function oneOf(parts: readonly string[]): string {
  const lines = parts.flatMap((part) => (part.startsWith(choice) ? part.split(bullet).slice(1) : [part]));
  if (lines.length < 2) return lines.join("");
  return [choice, ...lines.map((line) => line.replaceAll("<br>", " "))].join(bullet);
}

/** The values that are meant; where one of many is excluded, that one. */
function saidOfFact(fact: string, values: readonly Fact[], words: Words, isMeant: boolean): string {
  const known = words[fact];
  if (known === undefined || typeof known === "string") return oneOf(values.map((value) => `${fact} is ${value}`));
  const named = values.map(String);
  const sentences = (meant: boolean) =>
    Object.entries(known)
      .filter(([value]) => named.includes(value) === meant)
      .map(([, sentence]) => sentence);
  const [excluded = "", ...others] = sentences(true);
  if (!isMeant && others.length === 0 && sentences(false).length > 3) return `it is not so that ${excluded}`;
  return oneOf(sentences(isMeant));
}

function nameOf(term: string | number, words: Words): string {
  const name = words[term];
  return typeof name === "string" ? name : `${term}`;
}
