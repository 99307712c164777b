import { enqueue } from "@covenant/db";
import type { AttemptId } from "@covenant/domain";
import { type Handle, ProviderFault } from "@covenant/providers";
import type { Deps } from "../deps.ts";
import { inFlight } from "./attempt-store.ts";
import { eraseSoon } from "./erase-upstream.ts";
import { readAttemptJob } from "./generations-jobs.ts";

/**
 * Asks a provider to stop a job. It may finish all the same: what became of it is read, and decides. Of a job whose generation
 * is over, nothing is left there. Where there is no job that could be asked, the end of the attempt decides by itself.
 * @throws ProviderFault while the provider cannot be reached, so that the queue comes again.
 */
export async function cancelUpstream(
  deps: Pick<Deps, "db" | "providers" | "log">,
  { attemptId }: { attemptId: AttemptId },
): Promise<void> {
  const attempt = await deps.db.rows.attempt.findUnique({ where: { id: attemptId } });
  const jobs = attempt === null ? null : deps.providers.get(attempt.provider)?.jobs;
  if (attempt === null || attempt.handle === null || !jobs) return;
  const answer = await jobs.cancel(attempt.handle as unknown as Handle);
  if (answer.kind === "unknown") throw new ProviderFault("no-answer", answer.detail);
  deps.log.info({ attemptId, upstream: answer.kind }, "asked to stop upstream");
  await deps.db.transaction(async (tx) => {
    if ((inFlight as readonly string[]).includes(attempt.state)) await enqueue(tx, readAttemptJob, { attemptId });
    else await eraseSoon(deps, tx, attemptId);
  });
}
