import type { SqlRunner } from "@covenant/db";
import { Refusal, type StaffActor } from "@covenant/domain";

const partQuery = `
  SELECT 1 AS had FROM decision WHERE case_id = $1::text AND staff_id = $2::text
  UNION ALL SELECT 1 FROM act WHERE subject = $1::text AND act = 'case.open' AND actor = $2::text LIMIT 1`;

/** Whether a person took the decision of a case, or opened the file that led to it. */
export async function hadPart(sql: SqlRunner, caseId: string, { staffId }: StaffActor): Promise<boolean> {
  return (await sql.query(partQuery, [caseId, staffId])).length > 0;
}

/** The database refuses it as well (`decided_by_another`). @throws Refusal "appeal/own-decision". */
export async function requireNoPart(sql: SqlRunner, caseId: string, actor: StaffActor): Promise<void> {
  if (await hadPart(sql, caseId, actor)) throw new Refusal("appeal/own-decision");
}
