import type { ClauseId } from "../clause.ts";
import { type RuleBook, ruleBook } from "../rule.ts";
import { onPattern, type PatternFacts, type PatternVerdict, patternFamily } from "./pattern-facts.ts";

const { all, always, atLeast, is } = onPattern;

/** From how many, within how many days, attempts are a pattern. */
export type PatternMeasure = { readonly atLeast: number; readonly withinDays: number };

type PatternTerms = {
  /** Says that a rule only opens a file. */
  readonly proof: ClauseId;
  readonly blocked: { readonly clause: ClauseId; readonly readWith?: readonly ClauseId[] } & PatternMeasure;
  readonly refused: { readonly clause: ClauseId; readonly readWith?: readonly ClauseId[] } & PatternMeasure;
  /** From which weight of the strikes that count a file is opened. */
  readonly strikes: { readonly clause: ClauseId; readonly weight: number };
};

/** Single attempts are no pattern; from a number within some days on, a person looks at the account. */
export function patternRules({
  proof,
  blocked,
  refused,
  strikes,
}: PatternTerms): RuleBook<PatternFacts, PatternVerdict> {
  const general = { clause: proof, name: "single" } as const;
  const overrides = [`${general.clause}/${general.name}`] as const;
  return ruleBook(patternFamily, [
    { ...general, when: always, gives: { suspects: null }, says: "Single attempts are no pattern." },
    {
      clause: blocked.clause,
      name: "repeated",
      readWith: blocked.readWith ?? [],
      overrides,
      when: all(is("source", "blocked"), atLeast("count", blocked.atLeast)),
      gives: { suspects: "repeated-breaches", atLeast: blocked.atLeast, withinDays: blocked.withinDays },
      says: "Where attempts at what is forbidden repeat, a person looks at the account.",
    },
    {
      clause: refused.clause,
      name: "refused",
      readWith: refused.readWith ?? [],
      overrides,
      when: all(is("source", "refused"), atLeast("count", refused.atLeast)),
      gives: { suspects: "evasion", atLeast: refused.atLeast, withinDays: refused.withinDays },
      says: "Where limits refuse request after request, a person looks whether somebody tries to get around them.",
    },
    {
      clause: strikes.clause,
      name: "strikes",
      overrides,
      when: all(is("source", "strikes"), atLeast("count", strikes.weight)),
      gives: { suspects: "strikes", atLeast: strikes.weight, withinDays: null },
      says: "Where the strikes that count reach the weight of a rung, a file is opened and a person looks at the account.",
    },
  ]);
}
