import type { CallView, GenerationId, GenerationState, MemberActor, Page } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { statusOfCall } from "./status-of-call.ts";

const rowsAPage = 50;

type CallRow = {
  id: GenerationId;
  api_key_id: CallView["apiKeyId"];
  hint: string;
  model_id: string;
  state: GenerationState;
  captured: number;
  created_at: Date;
  ended_at: Date | null;
};

/** The calls of a member's programs, newest first: model, time taken, and the credits the ledger really took. */
export async function listCalls(
  { db }: Pick<Deps, "db">,
  { memberId }: MemberActor,
  after: GenerationId | undefined,
): Promise<Page<CallView>> {
  const rows = await db.query<CallRow>(
    `SELECT g.id, g.api_key_id, k.hint, g.model_id, g.state, g.created_at, g.ended_at,
       coalesce(h.captured - h.paid_back, 0)::int AS captured
     FROM generation g
     JOIN api_key k ON k.id = g.api_key_id
     LEFT JOIN ledger.hold h ON h.id = g.hold_id
     WHERE g.member_id = $1::text AND g.api_key_id IS NOT NULL AND ($2::text IS NULL OR g.id < $2::text)
     ORDER BY g.id DESC LIMIT $3::int`,
    [memberId, after ?? null, rowsAPage + 1],
  );
  const page = rows.slice(0, rowsAPage);
  return { rows: page.map(viewCall), next: rows.length > rowsAPage ? (page.at(-1)?.id ?? null) : null };
}

function viewCall(row: CallRow): CallView {
  return {
    generationId: row.id,
    apiKeyId: row.api_key_id,
    keyHint: row.hint,
    modelId: row.model_id,
    state: row.state,
    credits: row.captured,
    status: statusOfCall[row.state],
    durationMs: row.ended_at === null ? null : row.ended_at.getTime() - row.created_at.getTime(),
    at: row.created_at.toISOString(),
  };
}
