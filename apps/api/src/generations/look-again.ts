import { enqueue, type Tx } from "@covenant/db";
import { type AttemptId, duration, type GenerationId, type GenerationState } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { appendEvent } from "./append-event.ts";
import { type AttemptRow, takeTurn } from "./attempt-store.ts";
import { type GenerationRow, lockGeneration } from "./generation-store.ts";
import { readAttemptJob } from "./generations-jobs.ts";

/** When to come back, and what to tell the member until then. */
export type NextLook = { turn: number | undefined; delay: number; stage?: string };

/** Between two looks lie at most so many milliseconds; a webhook comes in between. */
export const longestWait = duration.seconds(15);

/** Comes back later. Each turn plans the next once, so that jobs delivered twice and the sweep's do not multiply. */
export async function lookAgain(
  { db }: Pick<Deps, "db">,
  attempt: AttemptRow,
  { turn, delay, stage }: NextLook,
): Promise<void> {
  const attemptId = attempt.id as AttemptId;
  await db.transaction(async (tx) => {
    if (stage !== undefined) {
      const generation = await lockGeneration(tx, attempt.generationId as GenerationId);
      if (generation === null || generation.state !== "running") return;
      await sayStage(tx, generation, stage);
    }
    if (turn === undefined || !(await takeTurn(tx, attemptId, turn))) return;
    const wait = Math.round(Math.min(delay, longestWait));
    await enqueue(tx, readAttemptJob, { attemptId, turn: turn + 1 }, { delay: wait });
  });
}

/** Tells the member of a stage, once as long as it lasts. The caller holds the generation's lock. */
export async function sayStage(tx: Tx, generation: GenerationRow, stage: string): Promise<void> {
  const last = await tx.rows.generationEvent.findFirst({
    where: { generationId: generation.id },
    orderBy: { sequence: "desc" },
  });
  if (last?.stage !== stage) await appendEvent(tx, generation, { state: generation.state as GenerationState, stage });
}
