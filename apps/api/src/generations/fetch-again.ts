import type { AttemptId, GenerationId } from "@covenant/domain";
import { type AttemptRow, countFetchFailure } from "./attempt-store.ts";
import type { FetchProblem } from "./deliver-outputs.ts";
import { failAttempt } from "./fail-attempt.ts";
import { lookAgain } from "./look-again.ts";
import type { AttemptDeps } from "./run-attempt.ts";

type FailedFetch = { attempt: AttemptRow; turn: number | undefined; problem: FetchProblem };

const fetchesAtMost = 5;

/**
 * What an upstream finished is paid for, so files that did not arrive whole are fetched again, each time after twice the
 * wait, before the attempt counts as failed and another is bought. The upstream is read anew each time: a link that ran
 * out is replaced by a fresh one.
 */
export async function fetchAgain(deps: AttemptDeps, { attempt, turn, problem }: FailedFetch): Promise<void> {
  const attemptId = attempt.id as AttemptId;
  const failures = attempt.fetchFailures + 1;
  const { detail, mayPass } = problem;
  if (!mayPass || failures >= fetchesAtMost) {
    const failure = { class: "transient", category: null, stage: "output", detail } as const;
    return failAttempt(deps, { attemptId, generationId: attempt.generationId as GenerationId, failure });
  }
  deps.log.warn({ attemptId, failures, detail }, "output not brought home");
  await countFetchFailure(deps.db, attempt);
  const delay = deps.settings.ATTEMPT_READ_EVERY_MS * 2 ** (failures - 1);
  await lookAgain(deps, attempt, { turn, delay, stage: "Almost done" });
}
