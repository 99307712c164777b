import type { Facts } from "../condition.ts";
import { idOf, type Rule, type RuleBook, type RuleId, ruleBook } from "../rule.ts";

/** What an amendment does to single rules of a book. */
type BookAmendment<F extends Facts, V> = {
  readonly dropped?: readonly RuleId[];
  readonly changed?: Readonly<Record<RuleId, Partial<Pick<Rule<F, V>, "gives" | "when" | "says" | "readWith">>>>;
};

/** A book without some of its rules, and with others changed. Throws a `RangeError` for a rule it does not have. */
export function amendBook<F extends Facts, V>(
  { family, rules }: RuleBook<F, V>,
  { dropped = [], changed = {} }: BookAmendment<F, V>,
): RuleBook<F, V> {
  const ids: readonly string[] = rules.map(idOf);
  const unknown = [...dropped, ...Object.keys(changed)].find((id) => !ids.includes(id));
  if (unknown) throw new RangeError(`${family.name} has no rule ${unknown}`);
  return ruleBook(
    family,
    rules.filter((rule) => !dropped.includes(idOf(rule))).map((rule) => ({ ...rule, ...changed[idOf(rule)] })),
  );
}
