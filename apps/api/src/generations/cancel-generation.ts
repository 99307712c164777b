import { enqueue, type Tx } from "@covenant/db";
import { type AttemptId, type GenerationId, type MemberActor, Refusal } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { type AttemptRow, inFlight, isLost } from "./attempt-store.ts";
import { endUncharged } from "./end-generation.ts";
import { type GenerationRow, lockGeneration } from "./generation-store.ts";
import { cancelUpstreamJob } from "./generations-jobs.ts";
import { letGo } from "./hold-for-person.ts";
import { sayStage } from "./look-again.ts";

export type CancelDeps = Pick<Deps, "db" | "clock" | "log" | "providers">;

/**
 * Cancels a generation. What has not been sent, or was lost on its way, ends at once and its credits come back. What a model
 * is working on is asked to stop: if it stops, or fails, the credits come back; a result that is done first is delivered and
 * paid for, as the terms say of every result. Cancelling twice is fine.
 * @throws Refusal "thing/not-found"; "generation/not-cancellable" once it is over.
 */
export async function cancelGeneration(
  deps: CancelDeps,
  { memberId }: MemberActor,
  generationId: GenerationId,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const generation = await lockGeneration(tx, generationId);
    if (generation === null || generation.memberId !== memberId)
      throw new Refusal("thing/not-found", { thing: "generation" });
    if (generation.state === "cancelled") return;
    if (generation.state === "queued") return endCancelled(deps, tx, generation);
    if (generation.state !== "running") throw new Refusal("generation/not-cancellable", { state: generation.state });
    await cancelRunning(deps, tx, generation);
  });
}

async function cancelRunning(deps: CancelDeps, tx: Tx, generation: GenerationRow): Promise<void> {
  const attempt = await tx.rows.attempt.findFirst({
    where: { generationId: generation.id, state: { in: [...inFlight] } },
  });
  if (attempt === null) return endCancelled(deps, tx, generation);
  if (isLost(deps, attempt)) return letGoCancelled(deps, tx, attempt);
  if (generation.cancelAskedAt !== null) return;
  await tx.rows.generation.update({ where: { id: generation.id }, data: { cancelAskedAt: deps.clock.now() } });
  await sayStage(tx, generation, "The model is asked to stop");
  await enqueue(tx, cancelUpstreamJob, { attemptId: attempt.id as AttemptId });
}

/** Ends, with its credits back, what its member cancelled and nothing works on. The caller holds its lock. */
export function endCancelled({ clock }: Pick<Deps, "clock">, tx: Tx, generation: GenerationRow): Promise<void> {
  const ending = { state: "cancelled", reason: "cancelled-by-member", stage: "Cancelled" } as const;
  return endUncharged(tx, generation, { ...ending, at: clock.now() });
}

/** The same for an attempt that was lost on its way to the upstream. */
export async function letGoCancelled(deps: CancelDeps, tx: Tx, attempt: AttemptRow): Promise<void> {
  const ending = { state: "cancelled", reason: "cancelled-by-member", stage: "Cancelled" } as const;
  await letGo(deps, tx, attempt, { ...ending, detail: "cancelled before it was found" });
}
