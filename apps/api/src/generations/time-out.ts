import type { AttemptId, GenerationId } from "@covenant/domain";
import type { Handle } from "@covenant/providers";
import { hearEnd } from "../routing/hear-end.ts";
import { type AttemptRow, inFlight, moveAttempt } from "./attempt-store.ts";
import { endCancelled } from "./cancel-generation.ts";
import { endUncharged } from "./end-generation.ts";
import { type GenerationRow, lockGeneration } from "./generation-store.ts";
import type { AttemptDeps } from "./run-attempt.ts";

/** Gives an attempt up at its deadline: the member is not charged, and the upstream is asked to stop. */
export async function timeOut(deps: AttemptDeps, attempt: AttemptRow, { id }: GenerationRow): Promise<void> {
  const ended = await deps.db.transaction(async (tx) => {
    const generation = await lockGeneration(tx, id as GenerationId);
    if (generation === null) return false;
    const failure = {
      class: "transient",
      category: null,
      stage: "run",
      detail: "not finished by its deadline",
    } as const;
    if (!(await moveAttempt(tx, attempt.id as AttemptId, inFlight, { state: "failed", failure }))) return false;
    await hearEnd(deps, tx, attempt, failure.class, deps.clock.now());
    if (generation.cancelAskedAt === null) {
      const ending = { state: "failed", reason: "provider-timeout", stage: "The model took too long" } as const;
      await endUncharged(tx, generation, { ...ending, at: deps.clock.now() });
    } else await endCancelled(deps, tx, generation);
    return true;
  });
  // Asked once and only out of courtesy to the bill: whatever the upstream answers, this generation is over.
  if (ended && attempt.handle !== null)
    await deps.providers.get(attempt.provider)?.jobs?.cancel(attempt.handle as unknown as Handle);
}
