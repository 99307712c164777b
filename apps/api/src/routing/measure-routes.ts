import type { SqlRunner } from "@covenant/db";
import { type BreakerState, type RouteHealth, worldFaults } from "@covenant/providers";
import { delivered, failedByWorld, secondsAt } from "./ending-figures.ts";
import { wholeAccount } from "./hear-end.ts";

export type MeasuredRoute = { id: string; provider: string; upstreamModel: string };

/** When the route may be asked again, where a breaker is all that keeps it from being asked. */
export type Measured = RouteHealth & { openUntil: Date | null };

type MeasuredRow = Omit<Measured, "breaker" | "openUntil"> & {
  id: string;
  openUntil: string | null;
  isProbed: boolean;
};

/**
 * How each route has done in the last hour, whether a breaker or a person stops it, and how many places its account has
 * left; one round trip. `at` is the hour's end.
 */
export async function measureRoutes(
  sql: SqlRunner,
  routes: readonly MeasuredRoute[],
  at: Date,
): Promise<ReadonlyMap<string, Measured>> {
  const rows = await sql.query<MeasuredRow>(question, [
    routes.map(({ id }) => id),
    routes.map(({ provider }) => provider),
    routes.map(({ upstreamModel }) => upstreamModel),
    at,
    wholeAccount,
    worldFaults,
  ]);
  return new Map(rows.map((row) => [row.id, measuredOf(row, at)]));
}

function measuredOf({ id: _, openUntil: text, isProbed, ...health }: MeasuredRow, at: Date): Measured {
  const openUntil = text === null ? null : new Date(text);
  return { ...health, openUntil, breaker: stateOf(openUntil, isProbed, at) };
}

function stateOf(openUntil: Date | null, isProbed: boolean, at: Date): BreakerState {
  if (openUntil === null) return "closed";
  return openUntil > at || isProbed ? "open" : "half-open";
}

const inFlight = "state IN ('intent', 'submitted', 'unknown')";

const question = `
  SELECT r.id, ended.attempts, ended.successes, ended."p50Seconds", ended."p95Seconds",
    b."openUntil", coalesce(b."isProbed", false) AS "isProbed",
    EXISTS (SELECT FROM kill_switch k WHERE k.kind = 'provider' AND k.target = r.provider AND k.lifted_at IS NULL)
      AS "isStopped",
    (SELECT count(*) FROM attempt a WHERE a.provider = r.provider AND a.${inFlight})::int AS "inFlight",
    (SELECT u.places FROM upstream_account u WHERE u.provider = r.provider) AS places
  FROM unnest($1::text[], $2::text[], $3::text[]) AS r (id, provider, upstream_model)
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS attempts, (count(*) FILTER (WHERE ${delivered}))::int AS successes,
      ${secondsAt(0.5)} AS "p50Seconds", ${secondsAt(0.95)} AS "p95Seconds"
    FROM attempt a
    WHERE a.provider = r.provider AND a.upstream_model = r.upstream_model
      AND a.ended_at > $4::timestamptz - interval '1 hour'
      AND (${delivered} OR ${failedByWorld("$6")})
  ) ended
  LEFT JOIN LATERAL (
    SELECT to_char(max(open_until) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "openUntil",
      bool_or(EXISTS (SELECT FROM attempt p WHERE p.id = b.probe_id AND p.${inFlight})) AS "isProbed"
    FROM breaker b WHERE b.provider = r.provider AND b.upstream_model IN (r.upstream_model, $5::text)
  ) b ON true`;
