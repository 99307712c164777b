import type { Database } from "@covenant/db";
import type { MemberActor, MemberId } from "@covenant/domain";
import { termsInForce } from "@covenant/policy";
import { acceptByUse } from "./accept-by-use.ts";
import { type Asked, loadAdmissionFacts } from "./admission-facts.ts";
import { requireAdmission } from "./require-admission.ts";

type AdmissionDatabase = Pick<Database, "query" | "transaction">;

export type AdmittedMember = {
  memberId: MemberId;
  /** A civil date, `2001-05-31`. */
  bornOn: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** The version in force at that instant, which holds for the member. */
  termsVersion: string;
};

/**
 * Loads the facts on a member in one statement and rules on admission to what needs no membership: old enough, not
 * suspended, terms in force accepted, address confirmed. Where asking for something accepts the terms, that is recorded.
 * @throws Refusal with the code the ruling names; its facts carry clauses, terms version and the explanation.
 */
export function admitMember(db: AdmissionDatabase, actor: MemberActor, at: Date): Promise<AdmittedMember> {
  return admit(db, actor, { at, to: "buy" });
}

/** As {@link admitMember}, of a member who wants to generate: where the terms ask for a membership, it is active. */
export function admitToGenerate(db: AdmissionDatabase, actor: MemberActor, at: Date): Promise<AdmittedMember> {
  return admit(db, actor, { at, to: "generate" });
}

async function admit(db: AdmissionDatabase, actor: MemberActor, asked: Asked): Promise<AdmittedMember> {
  const facts = await loadAdmissionFacts(db, actor, asked);
  requireAdmission(facts);
  await acceptByUse(db, actor, facts);
  const { memberId, storefront } = actor;
  const { bornOn, country } = facts;
  return { memberId, bornOn, country, termsVersion: termsInForce(storefront, asked.at).version };
}
