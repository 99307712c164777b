import type { SqlRunner } from "@covenant/db";
import { type DayFile, type DayList, type DayView, type DifferenceView, type Page, Refusal } from "@covenant/domain";
import type { Deps } from "../deps.ts";

const rowsAPage = 31;

type DayRow = Omit<DayView, "comparedAt"> & { comparedAt: Date | null };

const selectDays = `
  SELECT * FROM (
    SELECT d.day::text AS day, d.matched, d.sums, d.settled, d.compared_at AS "comparedAt", opened.open,
      CASE WHEN d.compared_at IS NULL OR d.asked_at > d.compared_at THEN 'waiting'
        WHEN opened.open > 0 THEN 'differs' ELSE 'balanced' END AS state
    FROM reconciled_day d, LATERAL (SELECT count(*)::int AS open FROM difference f
      WHERE f.day = d.day AND f.resolved_at IS NULL) AS opened) AS compared`;

/** The days that were compared, the newest first. */
export async function listDays({ db }: Pick<Deps, "db">, { state, cursor }: DayList): Promise<Page<DayView>> {
  const rows = await db.query<DayRow>(
    `${selectDays} WHERE ($1::text IS NULL OR state = $1::text) AND ($2::text IS NULL OR day < $2::text)
     ORDER BY day DESC LIMIT $3::bigint`,
    [state ?? null, cursor ?? null, String(rowsAPage + 1)],
  );
  const page = rows.slice(0, rowsAPage);
  return { rows: page.map(viewOf), next: rows.length > rowsAPage ? (page.at(-1)?.day ?? null) : null };
}

/** One day with each of its differences. @throws Refusal "thing/not-found" for a day that nobody asked for. */
export async function viewDay({ db }: Pick<Deps, "db">, { day }: { day: string }): Promise<DayFile> {
  const [row] = await db.query<DayRow>(`${selectDays} WHERE day = $1::text`, [day]);
  if (row === undefined) throw new Refusal("thing/not-found", { thing: "day" });
  return { ...viewOf(row), differences: await differencesOf(db, day) };
}

type DifferenceRow = Omit<DifferenceView, "foundAt" | "resolvedAt"> & { foundAt: Date; resolvedAt: Date | null };

const differencesQuery = `
  SELECT id, kind, order_id AS "orderId", refund_id AS "refundId", dispute_id AS "disputeId",
    processor_id AS "processorId", ours::float8 AS ours, theirs::float8 AS theirs, unit, found_at AS "foundAt",
    resolved_at AS "resolvedAt"
  FROM difference WHERE day = $1::date ORDER BY (resolved_at IS NOT NULL), kind, found_at, theirs IS NULL, id`;

async function differencesOf(db: SqlRunner, day: string): Promise<DifferenceView[]> {
  const rows = await db.query<DifferenceRow>(differencesQuery, [day]);
  return rows.map(({ foundAt, resolvedAt, ...difference }) => ({
    ...difference,
    foundAt: foundAt.toISOString(),
    resolvedAt: resolvedAt?.toISOString() ?? null,
  }));
}

function viewOf({ comparedAt, ...day }: DayRow): DayView {
  return { ...day, comparedAt: comparedAt?.toISOString() ?? null };
}
