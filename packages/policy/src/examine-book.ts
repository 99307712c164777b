import type { Question } from "@covenant/domain";
import type { ClauseId } from "./clause.ts";
import { type Facts, printCondition } from "./condition.ts";
import { type Decision, decide } from "./decide.ts";
import { idOf, type RuleBook, type RuleId } from "./rule.ts";

/** A rule without its types: what a table prints and a check reads. */
export type RuleOutline = {
  readonly id: RuleId;
  readonly clauses: readonly ClauseId[];
  readonly overrides: readonly RuleId[];
  readonly when: string;
};

/** What walking through every combination of facts found out about a rule book. */
export type BookReport = {
  readonly family: string;
  readonly question: Question;
  readonly points: number;
  readonly rules: readonly RuleOutline[];
  /** Each in a sentence with the facts that show it: a gap, a conflict, a dead rule, a broken override. */
  readonly faults: readonly string[];
};

/** Decides every point of a book's fact space and reports what does not hold together. */
export function examineBook<F extends Facts, V>(book: RuleBook<F, V>): BookReport {
  const points = book.family.points();
  const outcomes = points.map((facts) => attempt(() => decide(book, facts)));
  const decisions = outcomes.filter((outcome) => typeof outcome !== "string");
  return {
    family: book.family.name,
    question: book.family.question,
    points: points.length,
    rules: outlinesOf(book),
    faults: [
      ...outcomes.filter((outcome) => typeof outcome === "string"),
      ...brokenOverrides(book),
      ...deadRules(book, decisions),
    ],
  };
}

export function outlinesOf<F extends Facts, V>({ rules }: RuleBook<F, V>): readonly RuleOutline[] {
  return rules.map((rule) => ({
    id: idOf(rule),
    clauses: [rule.clause, ...(rule.readWith ?? [])],
    overrides: rule.overrides ?? [],
    when: printCondition(rule.when),
  }));
}

/** The decision, or the sentence of the fault that prevented it. */
function attempt<F extends Facts, V>(run: () => Decision<F, V>): Decision<F, V> | string {
  try {
    return run();
  } catch (fault) {
    return String(fault);
  }
}

/** Overrides of nothing, names given twice, exceptions to themselves. */
export function brokenOverrides<F extends Facts, V>({ family, rules, bound }: RuleBook<F, V>): string[] {
  const ids = rules.map(idOf);
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${family.name}: two rules are called ${id}`),
    ...rules.flatMap((rule) =>
      (rule.overrides ?? [])
        .filter((id) => !ids.includes(id))
        .map((id) => `${family.name}: ${idOf(rule)} overrides ${id}, which does not exist`),
    ),
    ...bound
      .filter(({ rule, yieldsTo }) => yieldsTo.has(rule))
      .map(({ rule }) => `${family.name}: ${idOf(rule)} is an exception to itself`),
  ];
}

/** A rule that never decides is dead, and so is an exception that never changes what would have been decided. */
function deadRules<F extends Facts, V>(book: RuleBook<F, V>, decisions: readonly Decision<F, V>[]): string[] {
  const deciding = new Set(decisions.flatMap(({ determining }) => determining.map(idOf)));
  const changing = new Set(
    decisions.flatMap(({ determining, overridden, verdict }) =>
      overridden.some(({ gives }) => JSON.stringify(gives) !== JSON.stringify(verdict)) ? determining.map(idOf) : [],
    ),
  );
  return book.rules
    .filter((rule) => !deciding.has(idOf(rule)) || (rule.overrides && !changing.has(idOf(rule))))
    .map(
      (rule) => `${book.family.name}: ${idOf(rule)} never ${deciding.has(idOf(rule)) ? "changes" : "decides"} anything`,
    );
}
