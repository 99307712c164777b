import type { SqlRunner } from "@covenant/db";
import type { MemberActor, MemberId } from "@covenant/domain";
import { termsInForce } from "@covenant/policy";
import { type Asked, loadAdmissionFacts } from "./admission-facts.ts";
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
 * Loads the facts on a member in one statement and rules on admission to what needs no membership: old enough, not
 * suspended, terms in force accepted, address confirmed. Runs under the caller's transaction, or outside one.
 * @throws Refusal with the code the ruling names; its facts carry clauses, terms version and the explanation.
 */
export function admitMember(sql: SqlRunner, actor: MemberActor, at: Date): Promise<AdmittedMember> {
  return admit(sql, actor, { at, to: "buy" });
}

/** As {@link admitMember}, of a member who wants to generate: where the terms ask for a membership, it is active. */
export function admitToGenerate(sql: SqlRunner, actor: MemberActor, at: Date): Promise<AdmittedMember> {
  return admit(sql, actor, { at, to: "generate" });
}

async function admit(sql: SqlRunner, actor: MemberActor, asked: Asked): Promise<AdmittedMember> {
  const facts = await loadAdmissionFacts(sql, actor, asked);
  requireAdmission(facts);
  const { memberId, storefront } = actor;
  const { bornOn, country } = facts;
  return { memberId, bornOn, country, termsVersion: termsInForce(storefront, asked.at).version };
}
