import type { ClauseId } from "../clause.ts";
import { type RuleBook, ruleBook } from "../rule.ts";
import {
  type AppealFacts,
  type AppealVerdict,
  appealFamily,
  onAppeal,
  onReconsideration,
  type ReconsiderationFacts,
  type ReconsiderationVerdict,
  reconsiderationFamily,
} from "./facts.ts";

/** For how many days a decision can be appealed, and within how many business days an appeal is answered. */
export type AppealMeasure = { readonly days: number; readonly answerDays: number };

/** A decision is open to appeal for some days, once. */
export function appealRules(
  clause: ClauseId,
  { days, answerDays }: AppealMeasure,
): RuleBook<AppealFacts, AppealVerdict> {
  const general = { clause, name: "open" } as const;
  return ruleBook(appealFamily, [
    {
      ...general,
      readWith: ["LAW-APPEAL"],
      when: onAppeal.always,
      gives: { appeal: "open", days, answerDays },
      says: "A decision can be appealed for half a year, and somebody who had no part in it answers.",
    },
    {
      clause,
      name: "once",
      overrides: [`${general.clause}/${general.name}`],
      when: onAppeal.is("appealed", true),
      gives: { appeal: "used" },
      says: "A decision is appealed once.",
    },
  ]);
}

/** A sanction stands as far as the strikes it rests on. */
export function reconsiderationRules(clause: ClauseId): RuleBook<ReconsiderationFacts, ReconsiderationVerdict> {
  const general = { clause, name: "judged-again" } as const;
  return ruleBook(reconsiderationFamily, [
    {
      ...general,
      when: onReconsideration.always,
      gives: { sanction: "judged-again" },
      says: "When a strike that a sanction rests on is void, the sanction is judged again as if that strike had never been.",
    },
    {
      clause,
      name: "ends",
      readWith: ["LAW-APPEAL"],
      overrides: [`${general.clause}/${general.name}`],
      when: onReconsideration.is("left", "none"),
      gives: { sanction: "ends" },
      says: "A sanction ends at once when every strike it rests on is void.",
    },
  ]);
}
