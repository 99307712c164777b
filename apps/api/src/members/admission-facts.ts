import type { SqlRunner } from "@covenant/db";
import { type MemberActor, Refusal } from "@covenant/domain";
import { type AdmissionQuestion, termsInForce } from "@covenant/policy";

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

/** Loads what the terms ask about a member who wants to start something, in one statement. */
export async function loadAdmissionFacts(
  sql: SqlRunner,
  { memberId, storefront }: MemberActor,
  at: Date,
): Promise<AdmissionQuestion> {
  const [row] = await sql.query<FactsRow>(factsQuery, [memberId, termsInForce(storefront, at).version]);
  if (row === undefined) throw new Refusal("session/required");
  return {
    storefront,
    at,
    bornOn: row.born_on,
    country: row.country,
    acceptedTermsVersion: row.accepted,
    emailConfirmed: row.email_confirmed,
    suspendedUntil: row.suspended_for_good === true ? "indefinite" : row.suspended_until,
  };
}
