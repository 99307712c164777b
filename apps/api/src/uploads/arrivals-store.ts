import type { Database, Prisma, SqlRunner, Tx } from "@covenant/db";
import { type ArrivalId, type MemberId, Refusal } from "@covenant/domain";

export type ArrivalRow = Prisma.ArrivalGetPayload<object>;

export function insertArrival(tx: Tx, row: Prisma.ArrivalUncheckedCreateInput): Promise<ArrivalRow> {
  return tx.rows.arrival.create({ data: row });
}

/** A member's own arrival that may still be added to or read, by the database's clock; another's does not exist for them. */
export async function getOwnArrival(
  db: Pick<Database, "query" | "rows">,
  memberId: MemberId,
  id: ArrivalId,
): Promise<ArrivalRow> {
  const open = await db.query(
    "SELECT 1 AS open FROM arrival WHERE id = $1 AND member_id = $2 AND ended_at IS NULL AND keep_until > now()",
    [id, memberId],
  );
  const row = open.length === 0 ? null : await db.rows.arrival.findUnique({ where: { id } });
  if (row === null) throw new Refusal("thing/not-found", { thing: "arrival" });
  return row;
}

/** How many files of this member are on their way. */
export async function countArrivals(db: SqlRunner, memberId: MemberId): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM arrival WHERE member_id = $1 AND ended_at IS NULL",
    [memberId],
  );
  return row?.count ?? 0;
}

/**
 * Notes a part that is stored, if the file stands where it stood when the part began. False: another request was first, or the
 * arrival is over. This one statement is what keeps two processes from writing the same stretch.
 */
export async function appendPart(
  db: SqlRunner,
  { id, received }: Pick<ArrivalRow, "id" | "received">,
  { part, bytes }: { part: string; bytes: number },
): Promise<boolean> {
  const appended = await db.query(
    `UPDATE arrival SET received = received + $3::integer, parts = parts || $4::text
      WHERE id = $1 AND received = $2::integer AND ended_at IS NULL RETURNING id`,
    [id, received, bytes, part],
  );
  return appended.length === 1;
}

/** Ends an arrival for good, unless a preservation stands, which then keeps it, unread. The row is locked as {@link lockFilesOf} locks it. */
export async function markEnded(tx: Tx, id: string): Promise<boolean> {
  await tx.query("SELECT 1 FROM arrival WHERE id = $1 FOR UPDATE", [id]);
  const ended = await tx.query(
    `UPDATE arrival SET ended_at = coalesce(ended_at, now())
      WHERE id = $1 AND (ended_at IS NOT NULL OR NOT is_preserved(id, member_id)) RETURNING id`,
    [id],
  );
  return ended.length === 1;
}

/** Arrivals that were ended and not cleared away, and those whose time is over. */
export async function listArrivalsDue(db: SqlRunner, limit: number): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `SELECT id FROM arrival
      WHERE ended_at IS NOT NULL OR (keep_until <= now() AND NOT is_preserved(id, member_id)) LIMIT $1`,
    [limit],
  );
  return rows.map(({ id }) => id);
}
