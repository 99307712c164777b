import type { SqlRunner } from "@covenant/db";
import type { AttemptView, ConsideredRoute, GenerationId, StaffAttemptView } from "@covenant/domain";

type Row = Omit<StaffAttemptView, "outcome" | "at" | "considered"> & {
  state: string;
  at: Date;
  considered: ConsideredRoute[];
};

/** Every try of a generation for its member, with the choice as it was kept then. No upstream's id or address is in it. */
export async function viewAttempts(sql: SqlRunner, id: GenerationId): Promise<AttemptView[]> {
  return (await viewAttemptsForStaff(sql, id)).map(({ failure: _, usage: __, erased: ___, ...attempt }) => attempt);
}

/** As {@link viewAttempts}, with the way each failed. */
export async function viewAttemptsForStaff(sql: SqlRunner, id: GenerationId): Promise<StaffAttemptView[]> {
  const rows = await sql.query<Row>(
    `SELECT number, route_id AS "routeId", provider, upstream_model AS "upstreamModel", state, created_at AS at,
       considered, failure, CASE WHEN input_tokens IS NOT NULL THEN
         jsonb_build_object('inputTokens', input_tokens, 'outputTokens', output_tokens) END AS usage,
       CASE WHEN erased IS NOT NULL THEN jsonb_build_object('answer', erased, 'at', erased_at) END AS erased
     FROM attempt WHERE generation_id = $1::text ORDER BY number`,
    [id],
  );
  return rows.map(({ state, at, ...row }) => ({ ...row, at: new Date(at).toISOString(), outcome: outcomeOf(state) }));
}

function outcomeOf(state: string): AttemptView["outcome"] {
  if (state === "finished") return "delivered";
  return state === "failed" ? "failed" : "under-way";
}
