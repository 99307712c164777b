import type { Database, Prisma, Tx } from "@covenant/db";
import { type ArrivalId, type MemberId, Refusal, type UploadId } from "@covenant/domain";

export type UploadRow = Prisma.UploadGetPayload<object>;

/** Writes an upload, or answers the one that was made of the same arrival before; the other transaction is waited for. */
export async function insertUpload(
  tx: Tx,
  row: Prisma.UploadUncheckedCreateInput & { arrivalId: ArrivalId },
): Promise<UploadRow> {
  await tx.rows.upload.createMany({ data: row, skipDuplicates: true });
  return tx.rows.upload.findUniqueOrThrow({ where: { arrivalId: row.arrivalId } });
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
