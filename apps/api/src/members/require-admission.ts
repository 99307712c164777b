import { Refusal } from "@covenant/domain";
import { type AdmissionQuestion, ruleOnAdmission } from "@covenant/policy";

/** Asks the terms whether this person may start anything, and refuses with what they name. */
export function requireAdmission(question: AdmissionQuestion): void {
  const { outcome, clauses, termsVersion, explanation } = ruleOnAdmission(question);
  if (outcome.outcome === "admitted") return;
  const cited = clauses.map((clause) => clause.id).join(", ");
  throw new Refusal(outcome.refusal, { clauses: cited, termsVersion, explanation: explanation.member });
}
