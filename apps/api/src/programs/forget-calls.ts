import type { Deps } from "../deps.ts";

const atOnce = 5_000;

/** Removes the records of calls whose time is over, but for those that a preservation stands on. */
export async function forgetCalls({ db, clock }: Pick<Deps, "db" | "clock">): Promise<number> {
  const rows = await db.query(
    `DELETE FROM program_call WHERE id IN (
       SELECT id FROM program_call WHERE keep_until <= $1::timestamptz AND NOT is_preserved(id, generation_id, member_id)
       ORDER BY keep_until LIMIT $2::int
     ) RETURNING id`,
    [clock.now(), atOnce],
  );
  return rows.length;
}
