import type { Tx } from "@covenant/db";
import type { ConductFinding, ConductKind, MemberId, StrikeId } from "@covenant/domain";
import { countsAt } from "../standing/read-record.ts";

type Imposed = { memberId: MemberId; conduct: ConductKind; finding: ConductFinding; at: Date };

/**
 * What a sanction that is imposed now rests on: every strike that counts. A suspicion rests on none, and the closing for
 * repeated infringement on those for infringement alone.
 */
export async function strikesBehind(tx: Tx, { memberId, conduct, finding, at }: Imposed): Promise<StrikeId[]> {
  if (finding === "suspected") return [];
  const category = conduct === "repeat-infringement" ? "infringement" : null;
  const rows = await tx.query<{ id: StrikeId }>(
    `SELECT id FROM strike WHERE member_id = $1::text AND ${countsAt("$2::timestamptz")}
     AND ($3::text IS NULL OR category = $3::text)`,
    [memberId, at, category],
  );
  return rows.map(({ id }) => id);
}
