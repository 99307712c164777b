import type { SqlRunner } from "@covenant/db";
import { type MemberActor, type MemberId, Refusal } from "@covenant/domain";
import { termsInForce } from "@covenant/policy";
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

type FactsRow = {
  born_on: string;
  country: string;
  email_confirmed: boolean;
  accepted: string | null;
  suspended_for_good: boolean | null;
  suspended_until: Date | null;
};

/** A version accepted before it came into force counts from then on, hence the order of the acceptances. */
const factsQuery = `
  SELECT m.born_on::text AS born_on, m.country, m.email_confirmed_at IS NOT NULL AS email_confirmed,
    (SELECT a.terms_version FROM terms_acceptance a WHERE a.member_id = m.id
     ORDER BY (a.terms_version = $2::text) DESC, a.accepted_at DESC LIMIT 1) AS accepted,
    s.for_good AS suspended_for_good, s.until AS suspended_until
  FROM member m
  LEFT JOIN LATERAL (SELECT bool_or(ends_at IS NULL) AS for_good, max(ends_at) AS until
    FROM suspension WHERE member_id = m.id AND lifted_at IS NULL) s ON true
  WHERE m.id = $1::text AND m.closed_at IS NULL`;

/**
 * Loads the facts on a member in one statement and rules on admission: old enough, not suspended, terms in force
 * accepted, address confirmed. Runs under the caller's transaction, or outside one.
 * @throws Refusal with the code the ruling names; its facts carry clauses, terms version and the explanation.
 */
export async function admitMember(sql: SqlRunner, actor: MemberActor, at: Date): Promise<AdmittedMember> {
  const { memberId, storefront } = actor;
  const { version } = termsInForce(storefront, at);
  const [row] = await sql.query<FactsRow>(factsQuery, [memberId, version]);
  if (row === undefined) throw new Refusal("session/required");
  const { born_on: bornOn, country } = row;
  requireAdmission({
    storefront,
    at,
    bornOn,
    country,
    acceptedTermsVersion: row.accepted,
    emailConfirmed: row.email_confirmed,
    suspendedUntil: row.suspended_for_good === true ? "indefinite" : row.suspended_until,
  });
  return { memberId, bornOn, country, termsVersion: version };
}
