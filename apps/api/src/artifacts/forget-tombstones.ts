import { keptDays } from "@covenant/policy";
import type { Deps } from "../deps.ts";

const atOnce = 1_000;

/**
 * Removes what is left of files that members gave, once no history entry tells of them any more and their receipt has been there for
 * its days. What generations made goes with its entry itself. Answers how many went.
 */
export async function forgetTombstones({ db }: Pick<Deps, "db">): Promise<number> {
  const rows = await db.query(
    `DELETE FROM upload WHERE id IN (
       SELECT u.id FROM upload u WHERE u.bytes_deleted_at <= now() - make_interval(days => $1::int)
         AND NOT EXISTS (SELECT FROM generation g WHERE g.upload_id = u.id) AND NOT is_preserved(u.id, u.member_id)
       LIMIT $2::int) RETURNING id`,
    [keptDays.tombstone, atOnce],
  );
  return rows.length;
}
