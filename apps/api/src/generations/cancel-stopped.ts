import { enqueue, type Tx } from "@covenant/db";
import type { GenerationId, MemberId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { endUncharged } from "./end-generation.ts";
import { lockGeneration } from "./generation-store.ts";
import { cancelStoppedJob } from "./generations-jobs.ts";

/** Generations that wait although their member may start nothing any more. What runs already is delivered. */
const stoppedQuery = `
  SELECT g.id FROM generation g JOIN member m ON m.id = g.member_id
  WHERE g.state = 'queued' AND ($2::text IS NULL OR g.member_id = $2::text) AND (m.closed_at IS NOT NULL
    OR EXISTS (SELECT FROM suspension s WHERE s.member_id = m.id AND s.lifted_at IS NULL
      AND (s.ends_at IS NULL OR s.ends_at > $1::timestamptz)))
  ORDER BY g.id LIMIT 200`;

/** Asks, in the transaction that stops a member, for what waits to be cancelled. */
export function cancelStoppedSoon(tx: Tx, memberId: MemberId): Promise<void> {
  return enqueue(tx, cancelStoppedJob, { memberId });
}

/** Cancels what a stopped member has waiting; its credits come back. The sweep does it for all. */
export async function cancelStopped(
  { db, clock }: Pick<Deps, "db" | "clock">,
  of: { memberId?: MemberId } = {},
): Promise<number> {
  const found = await db.query<{ id: GenerationId }>(stoppedQuery, [clock.now(), of.memberId ?? null]);
  for (const { id } of found) {
    await db.transaction(async (tx) => {
      const generation = await lockGeneration(tx, id);
      if (generation?.state !== "queued") return;
      const ending = { state: "cancelled", reason: "account-stopped", stage: "Cancelled" } as const;
      await endUncharged(tx, generation, { ...ending, at: clock.now() });
    });
  }
  return found.length;
}
