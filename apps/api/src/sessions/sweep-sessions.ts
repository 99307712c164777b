import type { Deps } from "../deps.ts";

/** Deletes the rows of sessions that have ended. They open nothing either way; this keeps the tables small. */
export async function sweepSessions({ db }: Pick<Deps, "db">): Promise<number> {
  const [row] = await db.query<{ ended: number }>(
    `WITH members AS (DELETE FROM member_session WHERE least(expires_at, absolute_expires_at) <= now() RETURNING 1),
       staff AS (DELETE FROM staff_session WHERE least(expires_at, absolute_expires_at) <= now() RETURNING 1)
     SELECT ((SELECT count(*) FROM members) + (SELECT count(*) FROM staff))::int AS ended`,
    [],
  );
  return row?.ended ?? 0;
}
