import type { SqlRunner, Tx } from "@covenant/db";
import { isId, type MemberId, type StorefrontId } from "@covenant/domain";

/** A file under a preservation; `isTooLate` where its key was going before. */
export type Preserved = { id: string; isTooLate: boolean };

/** Whose the subject of a preservation is, and as what it is kept; null for what does not exist. */
export async function ownerOf(
  db: SqlRunner,
  on: string,
): Promise<{ storefront: StorefrontId; memberId: MemberId; subject: "artifact" | "upload" | "history-entry" } | null> {
  const [row] = await db.query<{ storefront: StorefrontId; memberId: MemberId }>(
    `SELECT storefront, member_id AS "memberId" FROM artifact WHERE id = $1 OR member_id = $1
     UNION SELECT storefront, member_id FROM upload WHERE id = $1 OR member_id = $1
     UNION SELECT storefront, member_id FROM generation WHERE id = $1 OR member_id = $1
     UNION SELECT storefront, id FROM member WHERE id = $1`,
    [on],
  );
  if (row === undefined) return null;
  const subject = isId("artifact", on) ? "artifact" : isId("upload", on) ? "upload" : "history-entry";
  return { ...row, subject };
}

/**
 * Locks every row that a preservation on this keeps from being deleted, histories first, and answers the files among them.
 * A purge locks the same rows: it either has begun, and this says so, or will find the preservation.
 */
export async function lockFilesOf(tx: Tx, on: string): Promise<Preserved[]> {
  await tx.query("SELECT id FROM generation WHERE id = $1 OR member_id = $1 ORDER BY id FOR UPDATE", [on]);
  const columns = `id, (purge_begun_at IS NOT NULL OR key_destroyed_at IS NOT NULL) AS "isTooLate"`;
  const artifacts = await tx.query<Preserved>(
    `SELECT ${columns} FROM artifact WHERE id = $1 OR generation_id = $1 OR member_id = $1 ORDER BY id FOR UPDATE`,
    [on],
  );
  const uploads = await tx.query<Preserved>(
    `SELECT ${columns} FROM upload WHERE id = $1 OR member_id = $1 ORDER BY id FOR UPDATE`,
    [on],
  );
  const arrivals = await tx.query<Preserved>(
    `SELECT id, ended_at IS NOT NULL AS "isTooLate" FROM arrival WHERE id = $1 OR member_id = $1 ORDER BY id FOR UPDATE`,
    [on],
  );
  return [...artifacts, ...uploads, ...arrivals];
}
