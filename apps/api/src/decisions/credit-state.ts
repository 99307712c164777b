import { getHold, type HoldRecord, type SqlRunner } from "@covenant/db";
import type { GenerationId, HoldId } from "@covenant/domain";
import type { CreditState } from "@covenant/policy";

const holdQuery = `
  SELECT hold_id AS id FROM ledger.entry WHERE cause = $1::text AND hold_id IS NOT NULL LIMIT 1`;

/** The hold of a request, also once its history entry is gone, since the ledger keeps the id; null where there never was one. */
export async function holdOf(sql: SqlRunner, generationId: GenerationId): Promise<HoldRecord | null> {
  const [row] = await sql.query<{ id: HoldId }>(holdQuery, [generationId]);
  return row === undefined ? null : getHold(sql, row.id);
}

/** Where the credits of a request are, as the terms on reviews ask. */
export function creditStateOf(hold: HoldRecord | null): CreditState {
  if (hold === null) return "none";
  return hold.state === "open" ? "under-review" : hold.state;
}
