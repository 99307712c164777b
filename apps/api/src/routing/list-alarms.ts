import type { SqlRunner } from "@covenant/db";
import type { AlarmView } from "@covenant/domain";

type Row = Omit<AlarmView, "raisedAt" | "lastAt"> & { raisedAt: Date; lastAt: Date };

/**
 * What staff have to see to now, with the models on sale that it concerns: for each whether another of its routes is left, and
 * which name the registry says follows.
 */
export async function listAlarms(sql: SqlRunner): Promise<AlarmView[]> {
  const rows = await sql.query<Row>(
    `SELECT a.id, a.kind, a.provider, a.upstream_model AS "upstreamModel", a.raised_at AS "raisedAt", a.last_at AS "lastAt",
       a.times, coalesce(jsonb_agg(jsonb_build_object('storefront', m.storefront, 'modelId', m.id, 'name', m.name,
         'successor', r.successor, 'otherRoutes', (SELECT count(*) FROM route o
           WHERE o.storefront = r.storefront AND o.model_id = r.model_id AND o.operation = r.operation AND o.enabled
             AND o.id <> r.id AND (o.retired_from IS NULL OR o.retired_from > now())
             AND (a.upstream_model <> '*' OR o.provider <> a.provider))) ORDER BY m.storefront, m.position)
         FILTER (WHERE m.id IS NOT NULL), '[]') AS models
     FROM alarm a
     LEFT JOIN (route r JOIN model m ON m.storefront = r.storefront AND m.id = r.model_id AND m.enabled)
       ON r.provider = a.provider AND a.upstream_model IN (r.upstream_model, '*') AND r.enabled AND a.kind <> 'orphan'
     WHERE a.resolved_at IS NULL
     GROUP BY a.id ORDER BY a.last_at DESC`,
    [],
  );
  return rows.map((row) => ({ ...row, raisedAt: iso(row.raisedAt), lastAt: iso(row.lastAt) }));
}

const iso = (at: Date) => new Date(at).toISOString();
