import type { Tx } from "@covenant/db";
import { Refusal, type StaffActor } from "@covenant/domain";
import type { PromptCase } from "./lock-case.ts";

const revealQuery = `
  SELECT 1 AS revealed FROM act WHERE subject = $1::text AND act = 'case.reveal-prompt' AND actor = $2::text LIMIT 1`;

/**
 * Whoever finds that words were a breach, or answers an appeal about them, has read them: their own reveal is on record. Where
 * the words are gone there is nothing to read, and the rest of the file is what there is.
 * @throws Refusal "case/prompt-unread".
 */
export async function requireRead(
  tx: Tx,
  { id, generationId }: PromptCase,
  { staffId }: Pick<StaffActor, "staffId">,
): Promise<void> {
  const kept = await tx.rows.generation.findUnique({ where: { id: generationId }, select: { prompt: true } });
  if (kept === null || kept.prompt === null) return;
  if ((await tx.query(revealQuery, [id, staffId])).length === 0) throw new Refusal("case/prompt-unread");
}
