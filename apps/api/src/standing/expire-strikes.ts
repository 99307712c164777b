import type { Deps } from "../deps.ts";

/** Writes down that strikes have expired. Nothing waits for it: a strike past its day weighs nothing anyway. */
export async function expireStrikes({ db, clock }: Pick<Deps, "db" | "clock">): Promise<number> {
  const rows = await db.query(
    `UPDATE strike SET state = 'expired', ended_at = expires_at
     WHERE state = 'counting' AND expires_at <= $1::timestamptz RETURNING id`,
    [clock.now()],
  );
  return rows.length;
}
