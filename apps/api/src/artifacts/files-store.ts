import type { SqlRunner, Tx } from "@covenant/db";
import { type PurgeReceipt, purgeReceipt, Refusal } from "@covenant/domain";
import type { PurgeFacts } from "./receipt.ts";

/** A file that can be purged: what a generation produced, or what a member gave us. */
export type FileRef = { kind: "artifact" | "upload"; id: string };

export const purgeCauses = purgeReceipt.shape.cause.options;
export type PurgeCause = PurgeReceipt["cause"];

/** A file's row, as far as its end goes. */
export type PurgedFile = PurgeFacts & { storefront: string; createdAt: Date };

const columns = `id, storefront, created_at AS "createdAt", sha256, key_destroyed_at AS "keyDestroyedAt",
  bytes_deleted_at AS "bytesDeletedAt", purge_cause AS "purgeCause", receipt`;

/** The row as it stands; null once it was erased. */
export async function findFile(db: SqlRunner, { kind, id }: FileRef): Promise<PurgedFile | null> {
  const [row] = await db.query<PurgedFile>(`SELECT ${columns} FROM ${kind} WHERE id = $1::text`, [id]);
  return row ?? null;
}

/** The row as it stands; a file that never was is a refusal. */
export async function getFile(db: SqlRunner, file: FileRef): Promise<PurgedFile> {
  const row = await findFile(db, file);
  if (row === null) throw new Refusal("thing/not-found", { thing: file.kind });
  return row;
}

/** Writes why the file goes, before anything of it does. The first cause stays. */
export async function announcePurge(db: SqlRunner, { kind, id }: FileRef, cause: PurgeCause): Promise<PurgeCause> {
  await db.query(`UPDATE ${kind} SET purge_cause = $2::text WHERE id = $1::text AND purge_cause IS NULL`, [id, cause]);
  return purgeReceipt.shape.cause.parse((await getFile(db, { kind, id })).purgeCause);
}

/**
 * Marks a file as going, after which nothing can keep it. False: a preservation stands, and the file waits for its end. The
 * database decides, holding the file's row, so that neither can slip past the other.
 */
export async function beginPurge(db: SqlRunner, { kind, id }: FileRef): Promise<boolean> {
  const [answer] = await db.query<{ begun: boolean }>("SELECT begin_file_purge($1::text, $2::text) AS begun", [
    kind,
    id,
  ]);
  return answer?.begun === true;
}

/** Notes when the key went; without an instant, now. False when it was noted before. The name a person gave goes too. */
export async function markKeyDestroyed(tx: Tx, { kind, id }: FileRef, at: Date | null): Promise<boolean> {
  const alsoForgets = kind === "upload" ? ", file_name = ''" : "";
  const marked = await tx.query(
    `UPDATE ${kind} SET key_destroyed_at = coalesce($2::timestamptz, now())${alsoForgets}
      WHERE id = $1::text AND key_destroyed_at IS NULL RETURNING id`,
    [id, at],
  );
  return marked.length === 1;
}

export async function markBytesDeleted(db: SqlRunner, { kind, id }: FileRef): Promise<void> {
  await db.query(`UPDATE ${kind} SET bytes_deleted_at = now() WHERE id = $1::text AND bytes_deleted_at IS NULL`, [id]);
}

/**
 * Files whose key has to go now, by the database's clock: their time is up, their purge was announced and cut short, or
 * the history entry they belong to ends. What is preserved is not due.
 */
export function listFilesDue(db: SqlRunner, limit: number): Promise<FileRef[]> {
  const due = "key_destroyed_at IS NULL AND (keep_until <= now() OR purge_cause IS NOT NULL)";
  return db.query<FileRef>(
    `(SELECT 'artifact' AS kind, id FROM artifact
       WHERE ${due} AND (purge_begun_at IS NOT NULL OR NOT is_preserved(id, generation_id, member_id)) LIMIT $1)
     UNION (SELECT 'upload', id FROM upload
             WHERE ${due} AND (purge_begun_at IS NOT NULL OR NOT is_preserved(id, member_id)) LIMIT $1)
     UNION (SELECT 'artifact', a.id FROM generation g JOIN artifact a ON a.generation_id = g.id
             WHERE g.keep_until <= now() AND a.key_destroyed_at IS NULL
               AND (a.purge_begun_at IS NOT NULL OR NOT is_preserved(a.id, g.id, g.member_id)) LIMIT $1)`,
    [limit],
  );
}

/** Files without a key whose bytes are still stored. */
export function listBytesLeft(db: SqlRunner, limit: number): Promise<FileRef[]> {
  const left = "key_destroyed_at IS NOT NULL AND bytes_deleted_at IS NULL";
  return db.query<FileRef>(
    `(SELECT 'artifact' AS kind, id FROM artifact WHERE ${left} LIMIT $1)
     UNION (SELECT 'upload', id FROM upload WHERE ${left} LIMIT $1)`,
    [limit],
  );
}

/** Files that are wholly gone and whose receipt is not signed yet. */
export function listUnsigned(db: SqlRunner, limit: number): Promise<FileRef[]> {
  const unsigned = "bytes_deleted_at IS NOT NULL AND receipt IS NULL";
  return db.query<FileRef>(
    `(SELECT 'artifact' AS kind, id FROM artifact WHERE ${unsigned} LIMIT $1)
     UNION (SELECT 'upload', id FROM upload WHERE ${unsigned} LIMIT $1)`,
    [limit],
  );
}

/** Stores a file's receipt. The first stays. */
export async function setReceipt(db: SqlRunner, { kind, id }: FileRef, receipt: string): Promise<void> {
  await db.query(`UPDATE ${kind} SET receipt = $2::text WHERE id = $1::text AND receipt IS NULL`, [id, receipt]);
}

/** Receipts that were signed, in the order of their files, from after one on. */
export function listSigned(
  db: SqlRunner,
  { kind, after, limit }: { kind: FileRef["kind"]; after: string; limit: number },
): Promise<PurgedFile[]> {
  return db.query<PurgedFile>(
    `SELECT ${columns} FROM ${kind} WHERE receipt IS NOT NULL AND id > $1::text ORDER BY id LIMIT $2::integer`,
    [after, limit],
  );
}
