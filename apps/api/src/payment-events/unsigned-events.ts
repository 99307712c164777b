import type { UnsignedEventsView } from "@covenant/domain";
import type { Deps } from "../deps.ts";

/**
 * Counts a webhook whose signature did not hold, and keeps nothing of it: a wrong secret at the endpoint would else be
 * silence, and whoever forges events would write to us.
 */
export async function countUnsigned({ db, clock }: Pick<Deps, "db" | "clock">): Promise<void> {
  await db.query(
    `INSERT INTO unsigned_event (processor, day, count, first_at, last_at)
     VALUES ('stripe', ($1::timestamptz AT TIME ZONE 'UTC')::date, 1, $1::timestamptz, $1::timestamptz)
     ON CONFLICT (processor, day) DO UPDATE SET count = unsigned_event.count + 1,
       last_at = greatest(unsigned_event.last_at, excluded.last_at)`,
    [clock.now()],
  );
}

type Row = { count: number; firstAt: Date; lastAt: Date };

/** What came unsigned in the last seven days, and when a signed webhook last came; null where nothing did. */
export async function readUnsigned({ db, clock }: Pick<Deps, "db" | "clock">): Promise<UnsignedEventsView | null> {
  const [row] = await db.query<Row>(
    `SELECT sum(count)::int AS count, min(first_at) AS "firstAt", max(last_at) AS "lastAt" FROM unsigned_event
     WHERE processor = 'stripe' AND day > ($1::timestamptz AT TIME ZONE 'UTC')::date - 7 HAVING count(*) > 0`,
    [clock.now()],
  );
  if (row === undefined) return null;
  const signed = await db.rows.stripeEvent.findFirst({
    where: { heardBy: "webhook" },
    orderBy: { receivedAt: "desc" },
  });
  return {
    count: row.count,
    firstAt: row.firstAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
    signedAt: signed?.receivedAt.toISOString() ?? null,
  };
}
