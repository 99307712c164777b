import { enqueue, type Tx } from "@covenant/db";
import type { AttemptId } from "@covenant/domain";
import type { RouteFields, WebhookHint } from "@covenant/providers";
import type { Deps } from "../deps.ts";
import { moveAttempt } from "./attempt-store.ts";
import { readAttemptJob } from "./generations-jobs.ts";

export type HeardOf = { attemptId: AttemptId; provider: string; hint: WebhookHint };

/**
 * A provider's verified word about an attempt: a reason to read it. Where the answer to our submission was lost, or has
 * not come yet, the word also names the job upstream, which is adopted; that it is ours shows when our key may read it.
 */
export async function adoptAttempt(
  { db, providers }: Pick<Deps, "db" | "providers">,
  { attemptId, provider, hint }: HeardOf,
): Promise<void> {
  await db.transaction(async (tx) => {
    const attempt = await tx.rows.attempt.findFirst({ where: { id: attemptId, provider } });
    if (attempt === null) return;
    if (attempt.handle === null) {
      const route = await tx.rows.route.findUnique({ where: { id: attempt.routeId } });
      const fields = route?.fields as unknown as RouteFields | undefined;
      const handle = fields && providers.get(provider)?.jobs?.adopt(attempt.upstreamModel, hint.upstreamId, fields);
      const isFree = handle && !(await isTaken(tx, provider, hint.upstreamId));
      if (isFree) await moveAttempt(tx, attemptId, ["intent", "unknown"], { state: "submitted", handle });
    }
    await enqueue(tx, readAttemptJob, { attemptId });
  });
}

/** A job is one attempt's: a true word about one, sent to the address of another, names nothing of it. */
async function isTaken(tx: Tx, provider: string, upstreamId: string): Promise<boolean> {
  const taken = await tx.query(
    "SELECT 1 AS taken FROM attempt WHERE provider = $1::text AND handle ->> 'upstreamId' = $2::text",
    [provider, upstreamId],
  );
  return taken.length > 0;
}
