import type { SqlRunner } from "@covenant/db";
import type { MemberId } from "@covenant/domain";
import * as z from "zod";

const usageRow = z
  .object({
    day: z.string(),
    model: z.string().nullable().describe("Null for calls that named none that is here."),
    api_key_id: z.string(),
    calls: z.int(),
    refused: z.int().describe("Of these, with an error."),
    credits: z.int().describe("By the ledger, less what came back."),
  })
  .meta({ id: "Usage" });
export const usageAnswer = z.object({ object: z.literal("list"), data: z.array(usageRow) });
export type UsageRow = z.infer<typeof usageRow>;

/** Calls and credits of a member's programs by day (UTC), model and key. A replay is a call and costs nothing more. */
export function sumUsage(
  db: SqlRunner,
  memberId: MemberId,
  { from, to }: { from: string; to: string },
): Promise<UsageRow[]> {
  return db.query<UsageRow>(
    `SELECT to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, c.model_id AS model, c.api_key_id,
       count(*)::int AS calls, (count(*) FILTER (WHERE c.status >= 400))::int AS refused,
       coalesce(sum(h.captured - h.paid_back), 0)::int AS credits
     FROM program_call c
     LEFT JOIN generation g ON g.id = c.generation_id AND NOT c.is_replay
     LEFT JOIN ledger.hold h ON h.id = g.hold_id
     WHERE c.member_id = $1::text AND c.at >= $2::date AT TIME ZONE 'UTC' AND c.at < ($3::date + 1) AT TIME ZONE 'UTC'
     GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [memberId, from, to],
  );
}
