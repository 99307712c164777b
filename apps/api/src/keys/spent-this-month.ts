import type { SqlRunner } from "@covenant/db";

/** What keys have taken and set aside in the calendar month (UTC) of a moment, less what came back, by the ledger. */
export async function spentThisMonth(
  db: SqlRunner,
  apiKeyIds: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query<{ id: string; spent: number }>(
    `SELECT g.api_key_id AS id, sum(h.credits - h.released - h.paid_back)::int AS spent
     FROM generation g JOIN ledger.hold h ON h.id = g.hold_id
     WHERE g.api_key_id = ANY ($1::text[])
       AND g.created_at >= date_trunc('month', $2::timestamptz AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'
     GROUP BY 1`,
    [[...apiKeyIds], at],
  );
  return new Map(rows.map(({ id, spent }) => [id, spent]));
}
