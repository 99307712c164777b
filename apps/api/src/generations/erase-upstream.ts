import { enqueue, type Tx } from "@covenant/db";
import type { AttemptId } from "@covenant/domain";
import { type Handle, ProviderFault } from "@covenant/providers";
import type { Deps } from "../deps.ts";
import { type AttemptRow, inFlight } from "./attempt-store.ts";
import { eraseUpstreamJob } from "./generations-jobs.ts";

/** Asks, in the transaction that ends an attempt, for what the upstream has of it to be erased, where it can be. */
export async function eraseSoon({ providers }: Pick<Deps, "providers">, tx: Tx, attemptId: AttemptId): Promise<void> {
  const attempt = await tx.rows.attempt.findUniqueOrThrow({ where: { id: attemptId } });
  if (attempt.handle !== null && eraserOf({ providers }, attempt)) await enqueue(tx, eraseUpstreamJob, { attemptId });
}

/**
 * Erases what a provider still has of an attempt that is over. Twice is once: what is gone is gone.
 * @throws ProviderFault while the provider cannot be reached, so that the queue comes again.
 */
export async function eraseUpstream(
  deps: Pick<Deps, "db" | "clock" | "providers">,
  { attemptId }: { attemptId: AttemptId },
): Promise<void> {
  const attempt = await deps.db.rows.attempt.findUnique({ where: { id: attemptId } });
  if (attempt === null || attempt.handle === null) return;
  if ((inFlight as readonly string[]).includes(attempt.state)) return;
  const erase = eraserOf(deps, attempt);
  if (!erase) return;
  const answer = await erase(attempt.handle as unknown as Handle);
  if (answer.kind === "unknown") throw new ProviderFault("no-answer", answer.detail);
  await deps.db.rows.attempt.updateMany({
    where: { id: attemptId, erasedAt: null },
    data: { erased: answer.kind, erasedAt: deps.clock.now() },
  });
}

function eraserOf({ providers }: Pick<Deps, "providers">, { provider }: AttemptRow) {
  return providers.get(provider)?.jobs?.erase;
}
