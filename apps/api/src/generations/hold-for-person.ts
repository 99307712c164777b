import type { Tx } from "@covenant/db";
import { type AttemptId, after, duration, type GenerationId, type GenerationState, isTerminal } from "@covenant/domain";
import { hearEnd } from "../routing/hear-end.ts";
import { raiseAlarm } from "../routing/raise-alarm.ts";
import { type AttemptRow, inFlight, isLost, moveAttempt } from "./attempt-store.ts";
import { endUncharged } from "./end-generation.ts";
import { type GenerationRow, lockGeneration } from "./generation-store.ts";
import { sayStage } from "./look-again.ts";
import type { AttemptDeps } from "./run-attempt.ts";

/** So long a member's credits wait for a person to find a job upstream; they may cancel at any time, and have them at once. */
const heldFor = duration.days(1);

/**
 * The time to finish is over and nobody knows whether the upstream took the job. Nothing is sent again and nothing is charged:
 * staff are called to look for it there, and the credits stay held until they say, or for a day.
 */
export async function holdForPerson(deps: AttemptDeps, attempt: AttemptRow): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const held = await lockLost(deps, tx, attempt);
    if (held === null || held.attempt.heldUntil !== null) return;
    const at = deps.clock.now();
    const until = after(at, heldFor);
    await tx.rows.attempt.update({ where: { id: attempt.id }, data: { heldUntil: until, state: "unknown" } });
    await tx.rows.generation.update({ where: { id: held.generation.id }, data: { finishBy: until } });
    await sayStage(tx, held.generation, "A person finds out whether the model took it");
    await raiseAlarm(tx, { ...attempt, kind: "orphan" }, at);
  });
}

type Letting = { stage: string; detail: string } & (
  | { state: "failed"; reason: "provider-failed" }
  | { state: "cancelled"; reason: "cancelled-by-member" }
);

/** Ends a generation whose attempt is lost, uncharged. The job that may exist stays an orphan until a person has looked. */
export async function letGo(
  deps: Pick<AttemptDeps, "clock" | "log" | "providers">,
  tx: Tx,
  attempt: AttemptRow,
  { detail, ...ending }: Letting,
): Promise<boolean> {
  const held = await lockLost(deps, tx, attempt);
  if (held === null) return false;
  const failure = { class: "unknown", category: null, stage: "submit", detail } as const;
  if (!(await moveAttempt(tx, attempt.id as AttemptId, inFlight, { state: "failed", failure }))) return false;
  const at = deps.clock.now();
  if (ending.state === "failed") await hearEnd(deps, tx, attempt, failure.class, at);
  await endUncharged(tx, held.generation, { ...ending, at });
  return true;
}

/** Under the generation's lock: an attempt that is still lost, of a generation that is not over. */
async function lockLost(
  deps: Pick<AttemptDeps, "providers">,
  tx: Tx,
  { id, generationId }: AttemptRow,
): Promise<{ attempt: AttemptRow; generation: GenerationRow } | null> {
  const generation = await lockGeneration(tx, generationId as GenerationId);
  if (generation === null || isTerminal(generation.state as GenerationState)) return null;
  const attempt = await tx.rows.attempt.findUniqueOrThrow({ where: { id } });
  return isLost(deps, attempt) ? { attempt, generation } : null;
}
