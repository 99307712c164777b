import type { Prisma, Tx } from "@covenant/db";
import type { CaseId } from "@covenant/domain";

export type CaseRow = Prisma.CaseGetPayload<object>;

/** Locks a case until the transaction ends; null when there is none. */
export async function lockCase(tx: Tx, id: CaseId): Promise<CaseRow | null> {
  await tx.query("SELECT 1 AS locked FROM review_case WHERE id = $1::text FOR NO KEY UPDATE", [id]);
  return tx.rows.case.findUnique({ where: { id } });
}
