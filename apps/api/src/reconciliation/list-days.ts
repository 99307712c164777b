import type { SqlRunner } from "@covenant/db";
import { type DayFile, type DayList, type DayView, type DifferenceView, type Page, Refusal } from "@covenant/domain";
import type { Deps } from "../deps.ts";

const rowsAPage = 31;

type DayRow = Omit<DayView, "comparedAt" | "askedAt"> & { comparedAt: Date | null; askedAt: Date | null };

const columns = `
  day::text AS day, coalesce(d.matched, 0) AS matched, coalesce(d.sums, '[]') AS sums, coalesce(d.settled, '[]') AS settled,
  d.asked_at AS "askedAt", d.compared_at AS "comparedAt", opened.open,
  CASE WHEN d.asked_at IS NULL THEN 'not-compared' WHEN d.compared_at IS NULL OR d.asked_at > d.compared_at THEN 'waiting'
    WHEN opened.open > 0 THEN 'differs' ELSE 'balanced' END AS state`;
const withBooks = `
  LEFT JOIN reconciled_day d USING (day), LATERAL (SELECT count(*)::int AS open FROM difference f
    WHERE f.day = days.day AND f.resolved_at IS NULL) AS opened`;

/** Days that were compared, and every day since the first order whose time to be compared has come and that was not. */
const listQuery = `
  SELECT * FROM (
    SELECT ${columns} FROM (
      SELECT day FROM reconciled_day
      UNION SELECT generate_series((SELECT placed_at AT TIME ZONE 'UTC' FROM credit_order ORDER BY id LIMIT 1)::date,
        (now() AT TIME ZONE 'UTC' - interval '25 hours')::date, '1 day')::date
    ) AS days ${withBooks}) AS listed
  WHERE ($1::text IS NULL OR state = $1::text) AND ($2::text IS NULL OR day < $2::text)
  ORDER BY day DESC LIMIT $3::bigint`;

/** Days of both books, the newest first; a day that should have been compared and was not is one of them. */
export async function listDays({ db }: Pick<Deps, "db">, { state, cursor }: DayList): Promise<Page<DayView>> {
  const rows = await db.query<DayRow>(listQuery, [state ?? null, cursor ?? null, String(rowsAPage + 1)]);
  const page = rows.slice(0, rowsAPage);
  return { rows: page.map(viewOf), next: rows.length > rowsAPage ? (page.at(-1)?.day ?? null) : null };
}

/**
 * One day with each of its differences; one that was not compared says so.
 * @throws Refusal "thing/not-found" for a day to come.
 */
export async function viewDay({ db }: Pick<Deps, "db">, { day }: { day: string }): Promise<DayFile> {
  const [row] = await db.query<DayRow>(
    `SELECT ${columns} FROM (SELECT $1::date AS day WHERE $1::date <= (now() AT TIME ZONE 'UTC')::date
       UNION SELECT day FROM reconciled_day WHERE day = $1::date) AS days ${withBooks}`,
    [day],
  );
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

function viewOf({ askedAt, comparedAt, ...day }: DayRow): DayView {
  return { ...day, askedAt: askedAt?.toISOString() ?? null, comparedAt: comparedAt?.toISOString() ?? null };
}
