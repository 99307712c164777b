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
  return {
    rows: page.map((row) => ({
      id: row.id as GenerationId,
      state: row.state as GenerationState,
      modelId: row.modelId,
      modelName: row.modelName,
      prompt: row.prompt,
      credits: row.credits,
      createdAt: row.createdAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
      preview: row.artifacts[0] === undefined ? null : viewArtifact(deps, row.artifacts[0]),
    })),
    next: rows.length > rowsAPage ? (page.at(-1)?.id ?? null) : null,
  };
}
