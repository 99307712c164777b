import type { SqlRunner } from "@covenant/db";
import { type AdmissionPurpose, type MemberActor, Refusal, type SubscriptionState } from "@covenant/domain";
import type { AdmissionQuestion, MembershipFacts } from "@covenant/policy";

type FactsRow = {
  born_on: string;
  country: string;
  email_confirmed: boolean;
  accepted: string | null;
  suspended_for_good: boolean | null;
  suspended_until: Date | null;
  closes_at: Date | null;
  subscription_state: SubscriptionState | null;
  past_due_since: Date | null;
  paid_until: Date | null;
};

/**
 * Versions are called by their days, so that the greatest name is the newest. A member has one subscription that has not
 * ended; of ended ones any says the same. A period whose whole payment went back, or was lost to the payer's bank, is not
 * paid for.
 */
const factsQuery = `
  SELECT m.born_on::text AS born_on, m.country, m.email_confirmed_at IS NOT NULL AS email_confirmed,
    (SELECT max(a.terms_version) FROM terms_acceptance a WHERE a.member_id = m.id) AS accepted,
    s.for_good AS suspended_for_good, s.until AS suspended_until,
    (SELECT min(effective_at) FROM termination WHERE member_id = m.id AND withdrawn_at IS NULL AND reopened_at IS NULL) AS closes_at,
    CASE WHEN p.is_paid_back THEN 'ended' ELSE u.state END AS subscription_state,
    u.past_due_since, coalesce(u.ends_at, u.period_end) AS paid_until
  FROM member m
  LEFT JOIN LATERAL (SELECT bool_or(ends_at IS NULL) AS for_good, max(ends_at) AS until
    FROM suspension WHERE member_id = m.id AND lifted_at IS NULL) s ON true
  LEFT JOIN LATERAL (SELECT id, state, past_due_since, ends_at, period_end FROM subscription
    WHERE member_id = m.id ORDER BY (state <> 'ended') DESC LIMIT 1) u ON true
  LEFT JOIN LATERAL (SELECT o.refunded_minor >= o.charged_minor OR EXISTS (SELECT FROM dispute d
      WHERE d.order_id = o.id AND d.state IN ('lost', 'prevented')) AS is_paid_back
    FROM credit_order o WHERE o.subscription_id = u.id AND o.paid_at IS NOT NULL AND o.charged_minor > 0
    ORDER BY o.period_end DESC, is_paid_back LIMIT 1) p ON true
  WHERE m.id = $1::text AND m.closed_at IS NULL`;

export type Asked = { at: Date; to: AdmissionPurpose };

/** Loads what the terms ask about a member who wants to start something, in one statement. */
export async function loadAdmissionFacts(
  sql: SqlRunner,
  { memberId, storefront }: MemberActor,
  { at, to }: Asked,
): Promise<AdmissionQuestion> {
  const [row] = await sql.query<FactsRow>(factsQuery, [memberId]);
  if (row === undefined) throw new Refusal("session/required");
  return {
    storefront,
    at,
    bornOn: row.born_on,
    country: row.country,
    acceptedTermsVersion: row.accepted,
    emailConfirmed: row.email_confirmed,
    suspendedUntil: row.suspended_for_good === true ? "indefinite" : row.suspended_until,
    closesAt: row.closes_at,
    membership: to === "buy" ? "not-asked" : membershipOf(row),
  };
}

function membershipOf({ subscription_state, past_due_since, paid_until }: FactsRow): MembershipFacts | null {
  if (subscription_state === null) return null;
  return { state: subscription_state, pastDueSince: past_due_since, paidUntil: paid_until };
}
