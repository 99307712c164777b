import type { Facts } from "./condition.ts";
import { type BoundRule, type Family, idOf, type Rule, type RuleBook } from "./rule.ts";

/** What a rule book says on some facts, and why. */
export type Decision<F extends Facts, V> = {
  readonly family: Family<F>;
  readonly facts: F;
  readonly verdict: V;
  /** The rules that decided; several only where they say the same. */
  readonly determining: readonly Rule<F, V>[];
  /** Rules whose condition held and which yielded to an exception. */
  readonly overridden: readonly Rule<F, V>[];
};

/** Two rules apply and say different things: a fault of the pack, never settled by order. */
export class ConflictingRules extends Error {
  constructor(family: string, rules: readonly string[], facts: Facts) {
    super(`${family}: ${rules.join(" and ")} conflict on ${JSON.stringify(facts)}`);
    this.name = "ConflictingRules";
  }
}

/** No rule speaks on these facts: a fault of the pack. */
export class NoRuleApplies extends Error {
  constructor(family: string, facts: Facts) {
    super(`${family}: no rule applies to ${JSON.stringify(facts)}`);
    this.name = "NoRuleApplies";
  }
}

/**
 * Decides by default logic, as Catala does: a rule applies when its condition holds and no exception to it holds,
 * however deep. Throws {@link ConflictingRules} or {@link NoRuleApplies} where the book is at fault.
 */
export function decide<F extends Facts, V>(book: RuleBook<F, V>, facts: NoInfer<F>): Decision<F, V> {
  const { family, bound } = book;
  const holding = bound.filter(({ applies }) => applies(facts));
  const deciding = holding.filter((rule) => !yields(rule, holding));
  const [first] = deciding;
  if (!first) throw new NoRuleApplies(family.name, facts);
  const rival = deciding.find((rule) => rule.given !== first.given);
  if (rival) throw new ConflictingRules(family.name, [idOf(first.rule), idOf(rival.rule)], facts);
  return {
    family,
    facts,
    verdict: first.rule.gives,
    determining: rulesOf(deciding),
    overridden: rulesOf(holding.filter((rule) => yields(rule, holding))),
  };
}

function yields<F extends Facts, V>({ yieldsTo }: BoundRule<F, V>, holding: readonly BoundRule<F, V>[]): boolean {
  return holding.some((other) => yieldsTo.has(other.rule));
}

function rulesOf<F extends Facts, V>(bound: readonly BoundRule<F, V>[]): Rule<F, V>[] {
  return bound.map(({ rule }) => rule);
}
