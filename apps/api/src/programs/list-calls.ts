import type { CallId, CallView, GenerationId, GenerationState, MemberActor, Page } from "@covenant/domain";
import type { Deps } from "../deps.ts";

const rowsAPage = 50;

type CallRow = {
  id: CallId;
  api_key_id: CallView["apiKeyId"];
  hint: string;
  route: string;
  status: number;
  code: string | null;
  model_id: string | null;
  generation_id: GenerationId | null;
  state: GenerationState | null;
  captured: number;
  duration_ms: number;
  at: Date;
};

/** The calls of a member's programs, newest first: what was asked, the answer, the time, and the credits the ledger took. */
export async function listCalls(
  { db }: Pick<Deps, "db">,
  { memberId }: MemberActor,
  after: CallId | undefined,
): Promise<Page<CallView>> {
  const rows = await db.query<CallRow>(
    `SELECT c.id, c.api_key_id, k.hint, c.route, c.status, c.code, c.model_id, c.generation_id, g.state, c.duration_ms,
       c.at, (CASE WHEN c.is_replay THEN 0 ELSE coalesce(h.captured - h.paid_back, 0) END)::int AS captured
     FROM program_call c
     JOIN api_key k ON k.id = c.api_key_id
     LEFT JOIN generation g ON g.id = c.generation_id
     LEFT JOIN ledger.hold h ON h.id = g.hold_id
     WHERE c.member_id = $1::text AND ($2::text IS NULL OR c.id < $2::text)
     ORDER BY c.id DESC LIMIT $3::int`,
    [memberId, after ?? null, rowsAPage + 1],
  );
  const page = rows.slice(0, rowsAPage);
  return { rows: page.map(viewCall), next: rows.length > rowsAPage ? (page.at(-1)?.id ?? null) : null };
}

function viewCall(row: CallRow): CallView {
  return {
    id: row.id,
    route: row.route,
    generationId: row.generation_id,
    apiKeyId: row.api_key_id,
    keyHint: row.hint,
    modelId: row.model_id,
    state: row.state,
    credits: row.captured,
    status: row.status,
    code: row.code,
    durationMs: row.duration_ms,
    at: row.at.toISOString(),
  };
}
