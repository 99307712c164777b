import type { ClauseId } from "../clause.ts";
import type { Facts } from "../condition.ts";
import type { TermsVersion } from "../packs/pack.ts";
import { idOf, type Rule, type RuleBook } from "../rule.ts";

const spelled: Readonly<Record<string, string>> = { one: "1", two: "2", three: "3", twelve: "12" };
/** A length of time as clauses write it: `60 minutes`, `three business days`, `7 more days`. */
const period = /\b(\d+|one|two|three|twelve) (?:more |business )?(days|minutes)\b/g;
const anyNumber = /\b(\d+|one|two|three|twelve)\b/g;

/** Families in which each length of time that a cited clause names is one that a rule gives. */
const timed = [
  "retention",
  "settlement",
  "sanction",
  "price change",
  "grace",
  "terms notice",
  "pattern",
  "ladder",
  "termination",
];

/** Every number a rule gives stands in a clause it cites, and a length of time a clause names is given by a rule. */
export function numberFaults<F extends Facts, V>({ family, rules }: RuleBook<F, V>, terms: TermsVersion): string[] {
  const written = (id: ClauseId, pattern: RegExp) => numbersIn(terms.clauseById.get(id)?.text ?? "", pattern);
  const unfounded = rules.flatMap((rule) => {
    const numbers = citedBy(rule).flatMap((id) => written(id, anyNumber));
    return given(rule)
      .filter(({ number }) => !numbers.includes(number))
      .map(({ number }) => `${idOf(rule)} gives ${number}, which no clause it cites says`);
  });
  if (!timed.includes(family.name)) return unfounded;
  const unkept = [...new Set(rules.flatMap(citedBy))].flatMap((id) => {
    const kept = rules.filter((rule) => citedBy(rule).includes(id)).flatMap(given);
    return written(id, period)
      .filter((length) => !kept.some(({ number, unit }) => `${number} ${unit}` === length))
      .map((length) => `${id} says ${length}, which no rule of ${family.name} gives`);
  });
  return [...unfounded, ...unkept];
}

function citedBy<F extends Facts, V>({ clause, readWith = [] }: Rule<F, V>): readonly ClauseId[] {
  return [clause, ...readWith];
}

/** The numbers above zero in what a rule gives, with the unit its name says. */
function given<F extends Facts, V>({ gives }: Rule<F, V>): { number: string; unit: string }[] {
  return Object.entries(gives ?? {})
    .filter(([, value]) => typeof value === "number" && value > 0)
    .map(([name, value]) => ({ number: `${value}`, unit: name.startsWith("minutes") ? "minutes" : "days" }));
}

/** Numbers in figures, each with its unit where the pattern has one. */
function numbersIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, word = "", unit = ""]) => `${spelled[word] ?? word} ${unit}`.trim());
}
