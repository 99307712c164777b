import type { Facts } from "./condition.ts";
import { type BoundRule, type Family, idOf, type Resolution, type Rule, type RuleBook } from "./rule.ts";
import { holdingOn } from "./rule-index.ts";

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
 * however deep. Every condition is asked anew on these facts; who yields to whom depends on nothing but which rules hold,
 * and is worked out once for each set of them. Throws {@link ConflictingRules} or {@link NoRuleApplies} where the book is
 * at fault, and `UnknownFact` where a fact that it reads is absent: what to do then is for `answer` to say.
 */
export function decide<F extends Facts, V>(book: RuleBook<F, V>, facts: NoInfer<F>): Decision<F, V> {
  const { family, index, resolutions } = book;
  const holding = holdingOn(index, facts);
  const { determining, overridden, rivals } = resolutions.get(holding) ?? resolve(book, holding);
  const [first] = determining;
  if (!first) throw new NoRuleApplies(family.name, facts);
  if (rivals) throw new ConflictingRules(family.name, rivals.map(idOf), facts);
  return { family, facts, verdict: first.gives, determining, overridden };
}

/** Works out what the rules that hold come to, and keeps it under their bits. */
function resolve<F extends Facts, V>({ bound, resolutions }: RuleBook<F, V>, bits: number): Resolution<F, V> {
  const holding = bound.filter((_, place) => (bits & (1 << place)) !== 0);
  const deciding = holding.filter((rule) => !yields(rule, holding));
  const [first] = deciding;
  const rival = deciding.find((rule) => rule.given !== first?.given);
  const resolution = {
    determining: rulesOf(deciding),
    overridden: rulesOf(holding.filter((rule) => yields(rule, holding))),
    rivals: first && rival ? ([first.rule, rival.rule] as const) : null,
  };
  resolutions.set(bits, resolution);
  return resolution;
}

function yields<F extends Facts, V>({ yieldsTo }: BoundRule<F, V>, holding: readonly BoundRule<F, V>[]): boolean {
  return holding.some((other) => yieldsTo.has(other.rule));
}

function rulesOf<F extends Facts, V>(bound: readonly BoundRule<F, V>[]): Rule<F, V>[] {
  return bound.map(({ rule }) => rule);
}
