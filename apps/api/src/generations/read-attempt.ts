import { type AttemptId, type GenerationId, type GenerationState, isTerminal } from "@covenant/domain";
import type { Handle, Outcome, ReadAlert } from "@covenant/providers";
import { hearLockedOut } from "../routing/hear-end.ts";
import { type AttemptRow, inFlight, isLost } from "./attempt-store.ts";
import { letGoCancelled } from "./cancel-generation.ts";
import { deliverOutputs } from "./deliver-outputs.ts";
import { failAttempt, isFaultOfTheWorld } from "./fail-attempt.ts";
import { fetchAgain } from "./fetch-again.ts";
import type { GenerationRow } from "./generation-store.ts";
import { holdForPerson } from "./hold-for-person.ts";
import { lookAgain } from "./look-again.ts";
import type { AttemptDeps } from "./run-attempt.ts";
import { timeOut } from "./time-out.ts";

/** `turn`: how often the attempt had been read when this read was planned; absent where something asks in between. */
export type AttemptRead = { attemptId: AttemptId; turn?: number | undefined };

type Looked = { attempt: AttemptRow; generation: GenerationRow; turn: number | undefined };

/**
 * Asks the upstream how an attempt stands and ends it if it is over; a webhook and a poll may both come here, at once
 * and again. Whoever finishes first under the generation's lock has finished it. Past the deadline this is the last
 * look: what is ready is still delivered, and only what is not is given up.
 */
export async function readAttempt(deps: AttemptDeps, { attemptId, turn }: AttemptRead): Promise<void> {
  const attempt = await deps.db.rows.attempt.findUnique({ where: { id: attemptId }, include: { generation: true } });
  if (attempt === null || !(inFlight as readonly string[]).includes(attempt.state)) return;
  const { generation } = attempt;
  if (isTerminal(generation.state as GenerationState)) return;
  if (isLost(deps, attempt) && generation.cancelAskedAt !== null) {
    return deps.db.transaction((tx) => letGoCancelled(deps, tx, attempt));
  }
  if (generation.finishBy <= deps.clock.now()) {
    if (isLost(deps, attempt) && attempt.heldUntil === null) return holdForPerson(deps, attempt);
    const outcome = await lookOnce(deps, attempt);
    if (outcome === null || !isConclusive(outcome)) return timeOut(deps, attempt, generation);
    return followOutcome(deps, { attempt, generation, turn }, outcome);
  }
  if (turn !== undefined && turn < attempt.reads) return; // The sweep took this turn.
  const outcome = await look(deps, attempt);
  if (outcome === null) return lookAgain(deps, attempt, { turn, delay: pollDelay(deps, attempt) });
  return followOutcome(deps, { attempt, generation, turn }, outcome);
}

/**
 * What the upstream says; null where we have nothing to ask with: the answer to our submission was lost, or a provider that
 * answers with its result is still at it.
 */
async function look({ providers }: AttemptDeps, { handle, provider: id }: AttemptRow): Promise<Outcome | null> {
  if (handle === null) return null;
  const provider = providers.get(id);
  if (provider === undefined) throw new Error(`no adapter for provider ${id}`);
  return provider.jobs === null ? null : provider.jobs.read(handle as unknown as Handle);
}

/** A look that cannot be made is not made again: the member would be kept waiting, and their credits with them. */
function lookOnce(deps: AttemptDeps, attempt: AttemptRow): Promise<Outcome | null> {
  return look(deps, attempt).catch((error: unknown) => {
    deps.log.error({ attemptId: attempt.id, err: error }, "last look failed");
    return null;
  });
}

/** Whether the upstream is done with the request: its files are ready, or it concluded that there will be none. */
function isConclusive(outcome: Outcome): boolean {
  return outcome.kind === "finished" || (outcome.kind === "failed" && !isFaultOfTheWorld(outcome.failure));
}

async function followOutcome(
  deps: AttemptDeps,
  { attempt, generation, turn }: Looked,
  outcome: Outcome,
): Promise<void> {
  const attemptId = attempt.id as AttemptId;
  const generationId = generation.id as GenerationId;
  switch (outcome.kind) {
    case "waiting":
      if (outcome.alert !== null) await hearAlert(deps, attempt, outcome.alert);
      return lookAgain(deps, attempt, { turn, delay: pollDelay(deps, attempt), stage: stages[outcome.stage] });
    case "finished": {
      if (outcome.outputs.length === 0) return failAttempt(deps, { attemptId, generationId, failure: withheld });
      const problem = await deliverOutputs(deps, { attempt, generation, outputs: outcome.outputs });
      if (problem !== null) await fetchAgain(deps, { attempt, turn, problem });
      return;
    }
    case "failed":
      return failAttempt(deps, { attemptId, generationId, failure: outcome.failure });
    case "gone":
      return failAttempt(deps, { attemptId, generationId, failure: lost });
  }
}

/** A read says something of the reader: the attempt goes on, and nothing new is sent to an account that is locked. */
async function hearAlert(deps: AttemptDeps, attempt: AttemptRow, alert: ReadAlert): Promise<void> {
  deps.log.warn({ attemptId: attempt.id, alert }, "upstream needs the operator");
  if (alert === "account") await deps.db.transaction((tx) => hearLockedOut(deps, tx, attempt, deps.clock.now()));
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

/** Soon at first, then less often. */
function pollDelay({ settings }: AttemptDeps, { reads }: AttemptRow): number {
  return settings.ATTEMPT_READ_EVERY_MS * 1.3 ** reads;
}
