import type { SqlRunner } from "@covenant/db";
import type { MemberId } from "@covenant/domain";
import type { EarlierSanction } from "@covenant/policy";

/** What the ladder asks about an account. */
export type MemberRecord = {
  /** Of the strikes that count now. */
  weight: number;
  /** The severest sanction before; one taken back as wrong is none, and neither is a closing that was withdrawn. */
  earlier: EarlierSanction;
};

/** A strike counts once it is proven and until its day: one that waits, is void or has expired weighs nothing. */
export const countsAt = (at: string) => `state = 'counting' AND expires_at > ${at}`;

/** One that was merely lifted early was right; one that was judged again counts as what stands in for it. */
const wasWrong = "coalesce(undone_as IN ('wrong', 'judged-again'), false)";

const recordQuery = `
  SELECT (SELECT coalesce(sum(weight), 0)::int FROM strike
      WHERE member_id = $1::text AND ${countsAt("$2::timestamptz")}) AS weight,
    coalesce((SELECT kind FROM sanction WHERE member_id = $1::text AND kind <> 'termination' AND NOT (${wasWrong})
      ORDER BY array_position(ARRAY['warning', 'limit', 'suspension'], kind) DESC LIMIT 1), 'none') AS earlier`;

/** The one place that says what counts now. */
export async function readRecord(sql: SqlRunner, memberId: MemberId, at: Date): Promise<MemberRecord> {
  const [row] = await sql.query<MemberRecord>(recordQuery, [memberId, at]);
  if (row === undefined) throw new Error(`no record of ${memberId}`);
  return row;
}

/** How many strikes of each member count now; who has none is left out. */
export async function countStrikes(sql: SqlRunner, memberIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.query<{ member_id: string; strikes: number }>(
    `SELECT member_id, count(*)::int AS strikes FROM strike
     WHERE member_id = ANY($1::text[]) AND ${countsAt("now()")} GROUP BY member_id`,
    [[...memberIds]],
  );
  return new Map(rows.map((row) => [row.member_id, row.strikes]));
}

/** How many generations a limited member may run at once; null without a limit in force. */
export async function runningLimit(sql: SqlRunner, memberId: MemberId, at: Date): Promise<number | null> {
  const [row] = await sql.query<{ running: number | null }>(
    `SELECT min(running)::int AS running FROM sanction
     WHERE member_id = $1::text AND kind = 'limit' AND undone_at IS NULL AND ends_at > $2::timestamptz`,
    [memberId, at],
  );
  return row?.running ?? null;
}
