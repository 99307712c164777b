import type { SqlRunner } from "@covenant/db";
import { type Credits, credits, type MemberId } from "@covenant/domain";

/** How many credits of a member wait for the decision of a case. */
export async function countUnderReview(sql: SqlRunner, memberId: MemberId): Promise<Credits> {
  const [row] = await sql.query<{ held: number }>(
    "SELECT coalesce(sum(credits_under_review), 0)::int AS held FROM review_case WHERE member_id = $1::text",
    [memberId],
  );
  return credits(row?.held ?? 0);
}
