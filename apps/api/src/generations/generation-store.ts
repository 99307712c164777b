import type { Database, Prisma, Tx } from "@covenant/db";
import { type GenerationId, type MemberId, Refusal } from "@covenant/domain";

export type GenerationRow = Prisma.GenerationGetPayload<object>;

/** Locks a generation until the transaction ends. Null when there is none, or its history entry is gone. */
export async function lockGeneration(tx: Tx, id: GenerationId): Promise<GenerationRow | null> {
  await tx.query("SELECT 1 AS locked FROM generation WHERE id = $1::text FOR NO KEY UPDATE", [id]);
  return tx.rows.generation.findUnique({ where: { id } });
}

/** A member's own generation; another's does not exist for them. */
export async function getOwnGeneration(db: Database, memberId: MemberId, id: GenerationId) {
  const row = await db.rows.generation.findFirst({
    where: { id, memberId },
    include: {
      artifacts: { orderBy: [{ role: "desc" }, { ordinal: "asc" }] },
      events: { orderBy: { sequence: "asc" } },
    },
  });
  if (row === null) throw new Refusal("thing/not-found", { thing: "generation" });
  return row;
}
