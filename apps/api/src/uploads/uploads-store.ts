import type { Database, Prisma, Tx } from "@covenant/db";
import { type MemberId, Refusal, type UploadId } from "@covenant/domain";

export type UploadRow = Prisma.UploadGetPayload<object>;

export function insertUpload(tx: Tx, row: Prisma.UploadUncheckedCreateInput): Promise<UploadRow> {
  return tx.rows.upload.create({ data: row });
}

/** A member's own upload that may still be read, by the database's clock. */
export async function findReadableUpload(
  db: Pick<Database, "query" | "rows">,
  memberId: MemberId,
  id: UploadId,
): Promise<UploadRow | null> {
  const readable = await db.query(
    `SELECT 1 AS readable FROM upload
      WHERE id = $1 AND member_id = $2 AND key_destroyed_at IS NULL AND purge_cause IS NULL
        AND (keep_until IS NULL OR keep_until > now())`,
    [id, memberId],
  );
  return readable.length === 0 ? null : db.rows.upload.findUnique({ where: { id } });
}

/** A member's own upload, there or gone; another's does not exist for them. */
export async function getOwnUpload(db: Pick<Database, "rows">, memberId: MemberId, id: UploadId): Promise<UploadRow> {
  const row = await db.rows.upload.findFirst({ where: { id, memberId } });
  if (row === null) throw new Refusal("thing/not-found", { thing: "upload" });
  return row;
}
