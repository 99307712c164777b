import type { Facts } from "./condition.ts";
import { holds } from "./condition.ts";
import { type Family, idOf, type Rule, type RuleBook } from "./rule.ts";

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
  const holding = book.rules.filter((rule) => holds(rule.when, facts));
  const yields = (rule: Rule<F, V>) => holding.some((other) => book.yieldsTo.get(rule)?.has(other));
  const determining = holding.filter((rule) => !yields(rule));
  const [first, ...rest] = determining;
  if (!first) throw new NoRuleApplies(book.family.name, facts);
  const rival = rest.find((rule) => JSON.stringify(rule.gives) !== JSON.stringify(first.gives));
  if (rival) throw new ConflictingRules(book.family.name, [idOf(first), idOf(rival)], facts);
  return { family: book.family, facts, verdict: first.gives, determining, overridden: holding.filter(yields) };
}
