import type { Question } from "@covenant/domain";
import type { ClauseId } from "./clause.ts";
import { type Condition, type Facts, predicateOf } from "./condition.ts";
import { indexRules, mostRules, type RuleIndex } from "./rule-index.ts";

/** A clause and a slug: `IAI-8.5/breach-established`. */
export type RuleId = `${ClauseId}/${string}`;

/**
 * What a clause says to one question. A rule without `overrides` is general; one with it is an exception that names the
 * rules it displaces. `gives` is data, so that two rules can be compared and a pack printed.
 */
export type Rule<F extends Facts, V> = {
  readonly clause: ClauseId;
  readonly name: string;
  /** Clauses without which this one reads wrongly, such as the house reading of a contradiction. */
  readonly readWith?: readonly ClauseId[];
  readonly overrides?: readonly RuleId[];
  readonly when: Condition<F>;
  readonly gives: V;
  /** The rule in one plain sentence, in the present tense, readable at thirteen. */
  readonly says: string;
};

/** The set of rules that answers one kind of question. */
export type Family<F extends Facts> = {
  readonly name: string;
  readonly question: Question;
  /** Every combination of facts that can happen, one per class: what the tests walk through. */
  readonly points: () => readonly F[];
  /** The facts as one colleague tells them to another: parts of a sentence, for the staff's explanation. */
  readonly tell: (facts: F) => readonly string[];
};

/** A rule made ready to be asked often. */
export type BoundRule<F extends Facts, V> = {
  readonly rule: Rule<F, V>;
  readonly applies: (facts: F) => boolean;
  /** The exceptions before which it yields, exceptions of exceptions included. */
  readonly yieldsTo: ReadonlySet<Rule<F, V>>;
  /** What it gives as text, the same for two rules that say the same. */
  readonly given: string;
};

/** What a set of holding rules comes to: the rules that decide, those that gave way, and two that contradict each other. */
export type Resolution<F extends Facts, V> = {
  readonly determining: readonly Rule<F, V>[];
  readonly overridden: readonly Rule<F, V>[];
  readonly rivals: readonly [Rule<F, V>, Rule<F, V>] | null;
};

/** A family's rules in one terms version, with who yields to whom worked out. */
export type RuleBook<F extends Facts, V> = {
  readonly family: Family<F>;
  readonly rules: readonly Rule<F, V>[];
  /** The same rules in the same order. */
  readonly bound: readonly BoundRule<F, V>[];
  readonly index: RuleIndex<F>;
  /** Who yields to whom, by the bits of the rules that hold. Filled as sets of rules are met. */
  readonly resolutions: Map<number, Resolution<F, V>>;
};

export function idOf(rule: { readonly clause: ClauseId; readonly name: string }): RuleId {
  return `${rule.clause}/${rule.name}`;
}

/**
 * Binds rules to their family. Faults in them are found by {@link examineBook}, not here. Throws a `RangeError` for more
 * rules than a number can hold apart; such a question is two.
 */
export function ruleBook<F extends Facts, V>(family: Family<F>, rules: readonly Rule<F, V>[]): RuleBook<F, V> {
  if (rules.length > mostRules)
    throw new RangeError(`${family.name}: ${rules.length} rules are more than ${mostRules}`);
  const exceptionsOf = (rule: Rule<F, V>) => rules.filter((other) => other.overrides?.includes(idOf(rule)));
  const reach = (rule: Rule<F, V>, seen: Set<Rule<F, V>>): Set<Rule<F, V>> => {
    for (const exception of exceptionsOf(rule)) {
      if (!seen.has(exception)) reach(exception, seen.add(exception));
    }
    return seen;
  };
  return {
    family,
    rules,
    bound: rules.map((rule) => ({
      rule,
      applies: predicateOf(rule.when),
      yieldsTo: reach(rule, new Set()),
      given: JSON.stringify(rule.gives),
    })),
    index: indexRules(rules.map(({ when }) => when)),
    resolutions: new Map(),
  };
}
