import type { AttemptId, GenerationId } from "@covenant/domain";
import { hearEnd } from "../routing/hear-end.ts";
import { type AttemptRow, inFlight, moveAttempt } from "./attempt-store.ts";
import { endUncharged } from "./end-generation.ts";
import { lockGeneration } from "./generation-store.ts";
import type { AttemptDeps } from "./run-attempt.ts";

/**
 * Ends an attempt whose answer was lost at a provider that answers with its result. Nothing can be read there and no
 * webhook will name it, so the member is not kept waiting for the deadline; nor is it sent again, since it may be billed.
 */
export async function loseAnswer(deps: Pick<AttemptDeps, "db" | "clock" | "log">, attempt: AttemptRow): Promise<void> {
  const { id, generationId } = attempt;
  await deps.db.transaction(async (tx) => {
    const generation = await lockGeneration(tx, generationId as GenerationId);
    if (generation === null) return;
    const failure = { class: "unknown", category: null, stage: "submit", detail: "the answer was lost" } as const;
    if (!(await moveAttempt(tx, id as AttemptId, inFlight, { state: "failed", failure }))) return;
    const at = deps.clock.now();
    await hearEnd(deps, tx, attempt, failure.class, at);
    await endUncharged(tx, generation, {
      state: "failed",
      reason: "provider-failed",
      stage: "The model's answer was lost",
      at,
    });
  });
}
