import type { Prisma, Tx } from "@covenant/db";
import { type CaseId, Refusal } from "@covenant/domain";

export type CaseRow = Prisma.CaseGetPayload<object>;

/** A case about whether a request was a breach. */
export type PromptCase = CaseRow & { generationId: string };

/** @throws Refusal "thing/not-found" for no case, and for one about money, which is no prompt's. */
export function requirePromptCase<Row extends CaseRow>(row: Row | null): Row & { generationId: string } {
  if (row === null || row.generationId === null) throw new Refusal("thing/not-found", { thing: "case" });
  return { ...row, generationId: row.generationId };
}

/** Locks a case until the transaction ends; null when there is none. */
export async function lockCase(tx: Tx, id: CaseId): Promise<CaseRow | null> {
  await tx.query("SELECT 1 AS locked FROM review_case WHERE id = $1::text FOR NO KEY UPDATE", [id]);
  return tx.rows.case.findUnique({ where: { id } });
}
