import { enqueue, type Tx } from "@covenant/db";
import {
  type AttemptId,
  after,
  duration,
  type GenerationId,
  type GenerationState,
  isTerminal,
  type Signal,
  type StorefrontId,
} from "@covenant/domain";
import { ruleOnPrompt } from "@covenant/policy";
import { type Failure, type FailureClass, worldFaults } from "@covenant/providers";
import { hearEnd } from "../routing/hear-end.ts";
import { recordRuling } from "../rulings/record-ruling.ts";
import { inFlight, moveAttempt } from "./attempt-store.ts";
import { endCancelled } from "./cancel-generation.ts";
import { type Ending, endGeneration, subjectOf } from "./end-generation.ts";
import { eraseSoon } from "./erase-upstream.ts";
import { type GenerationRow, lockGeneration } from "./generation-store.ts";
import { runAttemptJob } from "./generations-jobs.ts";
import type { JudgedResult } from "./judge-result.ts";
import { recordWithheld } from "./record-withheld.ts";
import type { AttemptDeps } from "./run-attempt.ts";

export type FailedAttempt = {
  attemptId: AttemptId;
  generationId: GenerationId;
  failure: Failure;
  /** Results that a check of ours withheld. */
  withheld?: readonly JudgedResult[];
};

const attemptsAtMost = 3;
const faultsOfTheWorld: ReadonlySet<FailureClass> = new Set(worldFaults);

/** Whether another attempt may end otherwise; the rest is what the upstream concluded about the request itself. */
export function isFaultOfTheWorld(failure: Failure): boolean {
  return faultsOfTheWorld.has(failure.class);
}

/**
 * Ends a failed attempt. A fault of the world is tried again while there is time; a refusal never goes to another
 * upstream, it ends the generation as blocked and the terms say who pays.
 */
export async function failAttempt(
  deps: AttemptDeps,
  { attemptId, generationId, failure, withheld = [] }: FailedAttempt,
): Promise<void> {
  deps.log.info({ attemptId, class: failure.class, stage: failure.stage, detail: failure.detail }, "attempt failed");
  await deps.db.transaction(async (tx) => {
    const generation = await lockGeneration(tx, generationId);
    if (generation === null || isTerminal(generation.state as GenerationState)) return;
    if (!(await moveAttempt(tx, attemptId, inFlight, { state: "failed", failure }))) return;
    await eraseSoon(deps, tx, attemptId);
    const at = deps.clock.now();
    await hearEnd(deps, tx, await tx.rows.attempt.findUniqueOrThrow({ where: { id: attemptId } }), failure.class, at);
    // Who asked for it to stop has what they asked for; a refusal of what they sent stays one.
    if (generation.cancelAskedAt !== null && !isRefusal(failure)) return endCancelled(deps, tx, generation);
    if (await isWorthAnother(tx, generation, failure, at)) {
      return enqueue(tx, runAttemptJob, { generationId }, { delay: duration.seconds(1) });
    }
    await recordWithheld(tx, generation, withheld);
    await endGeneration(tx, generation, await endingOf(tx, generation, failure, at));
  });
}

function isRefusal({ class: of }: Failure): boolean {
  return of === "policy-input" || of === "policy-output";
}

async function isWorthAnother(tx: Tx, generation: GenerationRow, failure: Failure, at: Date): Promise<boolean> {
  if (!isFaultOfTheWorld(failure)) return false;
  if (after(at, duration.seconds(generation.expectedSeconds)) >= generation.finishBy) return false;
  return (await tx.rows.attempt.count({ where: { generationId: generation.id } })) < attemptsAtMost;
}

async function endingOf(tx: Tx, generation: GenerationRow, failure: Failure, at: Date): Promise<Ending> {
  const common = { at, delivered: 0, requested: 1, signals: [], standing: "none", category: null } as const;
  switch (failure.class) {
    case "policy-input":
      return { ...common, ...(await promptRefused(tx, generation, failure)) };
    case "policy-output":
      return {
        ...common,
        state: "blocked",
        reason: "output-refused",
        stage: "A safety check withheld the result",
      };
    case "bad-input":
      return { ...common, state: "failed", reason: "bad-input", stage: "The model could not use the input" };
    default:
      return { ...common, state: "failed", reason: "provider-failed", stage: "The model failed" };
  }
}

/** The upstream's categorised refusal is one more voice about the prompt; the screening question is asked again with it. */
async function promptRefused(tx: Tx, generation: GenerationRow, { category }: Failure) {
  const subject = subjectOf(generation);
  const signals: Signal[] = [{ source: "upstream", category, confidence: category === null ? 0.6 : 0.9 }];
  const facts = { storefront: generation.storefront as StorefrontId, at: generation.createdAt, signals };
  const ruling = ruleOnPrompt(facts);
  await recordRuling(tx, subject, ruling, facts);
  return {
    state: "blocked",
    reason: "upstream-refused-prompt",
    stage: "The model's maker refused the request",
    signals,
    standing: ruling.outcome.standing,
    category: ruling.outcome.category,
  } as const;
}
