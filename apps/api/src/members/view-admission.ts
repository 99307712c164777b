import type { AdmissionPurpose, AdmissionView, MemberActor } from "@covenant/domain";
import { ruleOnAdmission } from "@covenant/policy";
import type { Deps } from "../deps.ts";
import { loadAdmissionFacts } from "./admission-facts.ts";

/** What `admitToGenerate`, or for a buyer `admitMember`, would say now, for a page to show before anything is pressed. Nothing is decided by it. */
export async function viewAdmission(
  { db, clock }: Pick<Deps, "db" | "clock">,
  actor: MemberActor,
  to: AdmissionPurpose = "generate",
): Promise<AdmissionView> {
  const { outcome, clauses, termsVersion, explanation } = ruleOnAdmission(
    await loadAdmissionFacts(db, actor, { at: clock.now(), to }),
  );
  return {
    refusal: outcome.outcome === "admitted" ? null : outcome.refusal,
    explanation: explanation.member,
    clauses: [...clauses],
    termsVersion,
  };
}
