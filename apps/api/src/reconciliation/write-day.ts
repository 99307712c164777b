import type { Tx } from "@covenant/db";
import { newId, type SettledOfDay, type SumsOfDay } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import type { FoundDifference } from "./compare-pairs.ts";

export type ComparedDay = {
  day: string;
  matched: number;
  sums: readonly SumsOfDay[];
  settled: readonly SettledOfDay[];
  found: readonly FoundDifference[];
};

/** Writes down a day as it was compared. Differences that are found again stay as they are, those that are gone are resolved. */
export async function writeDay({ db }: Pick<Deps, "db">, { day, matched, sums, settled, found }: ComparedDay) {
  await db.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO reconciled_day AS known (day, matched, sums, settled, asked_at, compared_at)
       VALUES ($1::date, $2::int, $3::jsonb, $4::jsonb, now(), now())
       ON CONFLICT (day) DO UPDATE SET matched = excluded.matched, sums = excluded.sums, settled = excluded.settled,
         compared_at = excluded.compared_at`,
      [day, matched, JSON.stringify(sums), JSON.stringify(settled)],
    );
    await writeFound(tx, day, found);
    await tx.query(
      `UPDATE difference SET resolved_at = now()
       WHERE day = $1::date AND resolved_at IS NULL AND NOT kind || ' ' || subject = ANY($2::text[])`,
      [day, found.map(({ kind, subject }) => `${kind} ${subject}`)],
    );
  });
}

const writeQuery = `
  INSERT INTO difference AS known
    (id, day, kind, subject, order_id, refund_id, dispute_id, processor_id, ours, theirs, unit)
  SELECT id, $1::date, kind, subject, "orderId", "refundId", "disputeId", "processorId", ours, theirs, unit
  FROM jsonb_to_recordset($2::jsonb) AS found (id text, kind text, subject text, "orderId" text, "refundId" text,
    "disputeId" text, "processorId" text, ours bigint, theirs bigint, unit text)
  ON CONFLICT (day, kind, subject) DO UPDATE SET order_id = excluded.order_id, refund_id = excluded.refund_id,
    dispute_id = excluded.dispute_id, processor_id = excluded.processor_id, ours = excluded.ours,
    theirs = excluded.theirs, unit = excluded.unit, resolved_at = NULL`;

async function writeFound(tx: Tx, day: string, found: readonly FoundDifference[]): Promise<void> {
  const rows = found.map((difference) => ({ id: newId("difference"), ...difference }));
  await tx.query(writeQuery, [day, JSON.stringify(rows)]);
}
