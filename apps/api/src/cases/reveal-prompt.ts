import { recordAct } from "@covenant/db";
import type { CaseId, StaffActor } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { requirePromptCase } from "./lock-case.ts";

/** Uncovers the prompt of a case for one person; looking is an act on record. Null once the prompt is gone. */
export async function revealPrompt(
  { db }: Pick<Deps, "db">,
  actor: StaffActor,
  caseId: CaseId,
): Promise<{ prompt: string | null }> {
  return db.transaction(async (tx) => {
    const found = requirePromptCase(await tx.rows.case.findUnique({ where: { id: caseId } }));
    const generation = await tx.rows.generation.findUnique({ where: { id: found.generationId } });
    await recordAct(tx, { actor, act: "case.reveal-prompt", on: caseId });
    return { prompt: generation?.prompt ?? null };
  });
}
