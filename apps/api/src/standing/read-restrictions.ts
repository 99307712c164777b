import type { SqlRunner } from "@covenant/db";
import type { MemberId } from "@covenant/domain";

/** What of a member's account is restricted at an instant. */
export type Restrictions = {
  suspendedUntil: Date | null | "indefinite";
  /** The day of a closing that nobody withdrew; not later than the instant once the account is closed. */
  closesAt: Date | null;
  limit: { running: number; until: Date } | null;
};

type RestrictionsRow = {
  for_good: boolean | null;
  until: Date | null;
  closes_at: Date | null;
  running: number | null;
  limited_until: Date | null;
};

const restrictionsQuery = `
  SELECT s.for_good, s.until, l.running, l.limited_until,
    (SELECT min(effective_at) FROM termination WHERE member_id = $1::text AND withdrawn_at IS NULL AND reopened_at IS NULL) AS closes_at
  FROM (SELECT bool_or(ends_at IS NULL) AS for_good, max(ends_at) AS until FROM suspension
      WHERE member_id = $1::text AND lifted_at IS NULL AND (ends_at IS NULL OR ends_at > $2::timestamptz)) s,
    (SELECT min(running)::int AS running, max(ends_at) AS limited_until FROM sanction
      WHERE member_id = $1::text AND kind = 'limit' AND undone_at IS NULL AND ends_at > $2::timestamptz) l`;

/** Reads every restriction in force on a member, whichever decision it came from. */
export async function readRestrictions(sql: SqlRunner, memberId: MemberId, at: Date): Promise<Restrictions> {
  const [row] = await sql.query<RestrictionsRow>(restrictionsQuery, [memberId, at]);
  if (row === undefined) throw new Error(`no restrictions of ${memberId}`);
  const { running, limited_until: until } = row;
  return {
    suspendedUntil: row.for_good === true ? "indefinite" : row.until,
    closesAt: row.closes_at,
    limit: running === null || until === null ? null : { running, until },
  };
}
