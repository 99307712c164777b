import type { SqlRunner } from "@covenant/db";
import type { GenerationId, GenerationState, GenerationSummary, MemberActor, Page } from "@covenant/domain";
import { viewArtifact } from "../artifacts/view-artifact.ts";
import type { Deps } from "../deps.ts";

const rowsAPage = 24;

/** A member's history, newest first. Ids sort by time, so the last one seen is the cursor. */
export async function listGenerations(
  deps: Pick<Deps, "db" | "settings" | "clock">,
  { memberId }: MemberActor,
  afterId: GenerationId | undefined,
): Promise<Page<GenerationSummary>> {
  const rows = await deps.db.rows.generation.findMany({
    where: { memberId, ...(afterId === undefined ? {} : { id: { lt: afterId } }) },
    orderBy: { id: "desc" },
    take: rowsAPage + 1,
    include: { artifacts: { where: { role: "main" }, take: 1 } },
  });
  const page = rows.slice(0, rowsAPage);
  const charged = await chargesOf(
    deps.db,
    page.flatMap((row) => row.holdId ?? []),
  );
  return {
    rows: page.map((row) => ({
      id: row.id as GenerationId,
      state: row.state as GenerationState,
      modelId: row.modelId,
      modelName: row.modelName,
      prompt: row.prompt,
      credits: charged.get(row.holdId ?? "") ?? 0,
      createdAt: row.createdAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
      preview: row.artifacts[0] === undefined ? null : viewArtifact(deps, row.artifacts[0]),
    })),
    next: rows.length > rowsAPage ? (page.at(-1)?.id ?? null) : null,
  };
}

/** What each hold took in the end, by the ledger: captured and not paid back. */
async function chargesOf(db: SqlRunner, holdIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query<{ id: string; charged: number }>(
    "SELECT id, (captured - paid_back)::int AS charged FROM ledger.hold WHERE id = ANY($1::text[])",
    [[...holdIds]],
  );
  return new Map(rows.map((row) => [row.id, row.charged]));
}
