import type { Tx } from "@covenant/db";
import type { CaseId, StrikeId } from "@covenant/domain";

/** Voids the strikes that came with the decision of a case, expired ones included: none of them should have been. */
export async function voidStrikesOf(tx: Tx, caseId: CaseId, at: Date): Promise<StrikeId[]> {
  const rows = await tx.query<{ id: StrikeId }>(
    `UPDATE strike SET state = 'void', ended_at = $2::timestamptz
     WHERE case_id = $1::text AND state <> 'void' RETURNING id`,
    [caseId, at],
  );
  return rows.map(({ id }) => id);
}
