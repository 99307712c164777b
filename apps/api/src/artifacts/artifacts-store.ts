import type { Database, Prisma, Tx } from "@covenant/db";
import { type ArtifactId, type MemberId, Refusal } from "@covenant/domain";

export type ArtifactRow = Prisma.ArtifactGetPayload<object>;

export function insertArtifact(tx: Tx, row: Prisma.ArtifactUncheckedCreateInput): Promise<ArtifactRow> {
  return tx.rows.artifact.create({ data: row });
}

/** A member's own artifact; another's does not exist for them. */
export async function getOwnArtifact(
  db: Pick<Database, "rows">,
  memberId: MemberId,
  id: ArtifactId,
): Promise<ArtifactRow> {
  const row = await db.rows.artifact.findFirst({ where: { id, memberId } });
  if (row === null) throw new Refusal("thing/not-found", { thing: "artifact" });
  return row;
}

/** An artifact that may still be read. Its time is up the moment the database's clock says so, swept or not. */
export async function findReadableArtifact(
  db: Pick<Database, "query" | "rows">,
  id: ArtifactId,
): Promise<ArtifactRow | null> {
  const readable = await db.query(
    `SELECT 1 AS readable FROM artifact
      WHERE id = $1 AND key_destroyed_at IS NULL AND purge_cause IS NULL AND (keep_until IS NULL OR keep_until > now())`,
    [id],
  );
  return readable.length === 0 ? null : db.rows.artifact.findUnique({ where: { id } });
}

/** Notes the first confirmed download. Null when there was one before, or the file is gone. */
export async function markDownloaded(tx: Tx, id: ArtifactId, at: Date): Promise<ArtifactRow | null> {
  const { count } = await tx.rows.artifact.updateMany({
    where: { id, downloadConfirmedAt: null, keyDestroyedAt: null },
    data: { downloadConfirmedAt: at },
  });
  return count === 0 ? null : tx.rows.artifact.findUnique({ where: { id } });
}

export async function setKeepUntil(tx: Tx, id: ArtifactId, keepUntil: Date | null): Promise<void> {
  await tx.rows.artifact.update({ where: { id }, data: { keepUntil } });
}
