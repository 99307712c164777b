import type { Prisma, Tx } from "@covenant/db";
import type { SanctionId } from "@covenant/domain";

export type SanctionRow = Prisma.SanctionGetPayload<{ include: { termination: true } }>;

/** Locks a sanction until the transaction ends; null when there is none. */
export async function lockSanction(tx: Tx, id: SanctionId): Promise<SanctionRow | null> {
  await tx.query("SELECT 1 AS locked FROM sanction WHERE id = $1::text FOR NO KEY UPDATE", [id]);
  return tx.rows.sanction.findUnique({ where: { id }, include: { termination: true } });
}
