import type { Database } from "@covenant/db";
import type { AppealId, CaseId, CaseView } from "@covenant/domain";

/** The appeal of a case's decision, and how it was answered; null where there is none. */
export async function appealOf(db: Database, caseId: CaseId): Promise<CaseView["appeal"]> {
  const row = await db.rows.appeal.findUnique({ where: { caseId }, include: { decision: true } });
  return row === null ? null : { id: row.id as AppealId, outcome: row.decision?.outcome ?? null };
}
