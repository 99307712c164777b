import { enqueue } from "@covenant/db";
import { type AttemptId, duration, type GenerationId, type GenerationState, isTerminal } from "@covenant/domain";
import type { Handle } from "@covenant/providers";
import type { Deps } from "../deps.ts";
import { appendEvent } from "./append-event.ts";
import { type AttemptRow, inFlight, takeTurn } from "./attempt-store.ts";
import { deliverOutputs } from "./deliver-outputs.ts";
import { failAttempt } from "./fail-attempt.ts";
import { type GenerationRow, lockGeneration } from "./generation-store.ts";
import { readAttemptJob } from "./generations-jobs.ts";
import type { AttemptDeps } from "./run-attempt.ts";
import { timeOut } from "./time-out.ts";

/** `turn`: how often the attempt had been read when this read was planned; absent where something asks in between. */
export type AttemptRead = { attemptId: AttemptId; turn?: number | undefined };

/**
 * Asks the upstream how an attempt stands and ends it if it is over; a webhook and a poll may both come here, at once
 * and again. Whoever finishes first under the generation's lock has finished it.
 */
export async function readAttempt(deps: AttemptDeps, { attemptId, turn }: AttemptRead): Promise<void> {
  const attempt = await deps.db.rows.attempt.findUnique({ where: { id: attemptId }, include: { generation: true } });
  if (attempt === null || !(inFlight as readonly string[]).includes(attempt.state)) return;
  const { generation } = attempt;
  if (isTerminal(generation.state as GenerationState)) return;
  if (generation.finishBy <= deps.clock.now()) return timeOut(deps, attempt, generation);
  if (turn !== undefined && turn < attempt.reads) return; // The sweep took this turn.
  if (attempt.handle === null) return lookAgain(deps, attempt, turn);

  const provider = deps.providers.get(attempt.provider);
  if (provider === undefined) throw new Error(`no adapter for provider ${attempt.provider}`);
  const outcome = await provider.read(attempt.handle as unknown as Handle);
  const generationId = generation.id as GenerationId;
  switch (outcome.kind) {
    case "waiting":
      if (outcome.alert !== null) deps.log.warn({ attemptId, alert: outcome.alert }, "upstream needs the operator");
      return lookAgain(deps, attempt, turn, stages[outcome.stage]);
    case "finished":
      if (outcome.outputs.length > 0) return deliverOutputs(deps, { attempt, generation, outputs: outcome.outputs });
      return failAttempt(deps, { attemptId, generationId, failure: withheld });
    case "failed":
      return failAttempt(deps, { attemptId, generationId, failure: outcome.failure });
    case "gone":
      return failAttempt(deps, { attemptId, generationId, failure: lost });
  }
}

const stages = {
  queued: "Waiting for the model",
  running: "The model is at work",
  finishing: "Almost done",
  unknown: "The model is at work",
} as const;

const withheld = { class: "policy-output", category: null, stage: "output", detail: "every output withheld" } as const;
const lost = {
  class: "transient",
  category: null,
  stage: "unknown",
  detail: "the upstream no longer knows it",
} as const;

/**
 * Comes back later: soon at first, then less often, up to every fifteen seconds. A webhook comes in between. Each turn
 * plans the next once, so that jobs delivered twice and the sweep's do not multiply.
 */
async function lookAgain(
  deps: Pick<Deps, "db" | "settings">,
  attempt: AttemptRow,
  turn: number | undefined,
  stage?: string,
): Promise<void> {
  const attemptId = attempt.id as AttemptId;
  const delay = Math.min(deps.settings.ATTEMPT_READ_EVERY_MS * 1.3 ** attempt.reads, duration.seconds(15));
  await deps.db.transaction(async (tx) => {
    if (stage !== undefined) {
      const generation = await lockGeneration(tx, attempt.generationId as GenerationId);
      if (generation === null || generation.state !== "running") return;
      await sayStage(tx, generation, stage);
    }
    if (turn === undefined || !(await takeTurn(tx, attemptId, turn))) return;
    await enqueue(tx, readAttemptJob, { attemptId, turn: turn + 1 }, { delay: Math.round(delay) });
  });
}

async function sayStage(
  tx: Parameters<typeof appendEvent>[0],
  generation: GenerationRow,
  stage: string,
): Promise<void> {
  const last = await tx.rows.generationEvent.findFirst({
    where: { generationId: generation.id },
    orderBy: { sequence: "desc" },
  });
  if (last?.stage !== stage) await appendEvent(tx, generation, { state: "running", stage });
}
