import type { Rule, RuleId } from "../rule.ts";
import { onRetention, type RetentionFacts, type RetentionVerdict } from "./facts.ts";

/** 18 U.S.C. 2258A(h)(1): one year from the report, longer where it is needed. */
const preservedYears = 1;

/** The exception to every rule of retention that a storefront has: those named here. */
export function preservedRule(overrides: readonly RuleId[]): Rule<RetentionFacts, RetentionVerdict> {
  return {
    clause: "LAW-PRESERVATION",
    name: "preserved",
    overrides,
    when: onRetention.is("preservation", "standing"),
    gives: { stays: "preserved", years: preservedYears },
    says: "What the law makes us preserve is not deleted, whoever asks.",
  };
}
