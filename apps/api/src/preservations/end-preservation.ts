import { type Database, recordAct, type Tx } from "@covenant/db";
import { type Actor, actorName, type PreservationId, Refusal } from "@covenant/domain";

/**
 * Ends a preservation that may end, after a person has looked at it again; what it kept then goes as it would have. Asked
 * twice, it ends once.
 *
 * @throws Refusal "thing/not-found"; "request/invalid" while it binds by law
 */
export async function endPreservation(
  { db }: { db: Database },
  actor: Actor,
  { preservationId, note }: { preservationId: PreservationId; note: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await tx.rows.preservation.findUnique({ where: { id: preservationId } });
    if (row === null) throw new Refusal("thing/not-found", { thing: "preservation" });
    if (row.endedAt !== null) return;
    if (!(await end(tx, preservationId, { by: actorName(actor), note }))) {
      const reason = `It binds by law until ${row.bindsUntil.toISOString()}.`;
      throw new Refusal("request/invalid", { field: "preservationId", reason });
    }
    await recordAct(tx, { actor, act: "preservation.end", on: row.subject, note, facts: { preservationId } });
  });
}

/** By the database's clock. False: not yet. */
async function end(tx: Tx, id: string, { by, note }: { by: string; note: string }): Promise<boolean> {
  const ended = await tx.query(
    `UPDATE preservation SET ended_at = now(), ended_by = $2, end_note = $3
      WHERE id = $1 AND ended_at IS NULL AND binds_until <= now() RETURNING id`,
    [id, by, note],
  );
  return ended.length === 1;
}
