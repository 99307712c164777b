import type { SqlRunner } from "@covenant/db";
import type { MemberActor, MemberId } from "@covenant/domain";
import { termsInForce } from "@covenant/policy";
import { loadAdmissionFacts } from "./admission-facts.ts";
import { requireAdmission } from "./require-admission.ts";

export type AdmittedMember = {
  memberId: MemberId;
  /** A civil date, `2001-05-31`. */
  bornOn: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** The version in force at that instant, which the member has accepted. */
  termsVersion: string;
};

/**
 * Loads the facts on a member in one statement and rules on admission: old enough, not suspended, terms in force
 * accepted, address confirmed. Runs under the caller's transaction, or outside one.
 * @throws Refusal with the code the ruling names; its facts carry clauses, terms version and the explanation.
 */
export async function admitMember(sql: SqlRunner, actor: MemberActor, at: Date): Promise<AdmittedMember> {
  const facts = await loadAdmissionFacts(sql, actor, at);
  requireAdmission(facts);
  const { memberId, storefront } = actor;
  const { bornOn, country } = facts;
  return { memberId, bornOn, country, termsVersion: termsInForce(storefront, at).version };
}
