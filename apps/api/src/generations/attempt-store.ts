import type { Database, Prisma, Tx } from "@covenant/db";
import type { AttemptId } from "@covenant/domain";
import type { Failure, Handle } from "@covenant/providers";
import type { Deps } from "../deps.ts";

export type AttemptRow = Prisma.AttemptGetPayload<object>;
export type AttemptState = "intent" | "submitted" | "unknown" | "finished" | "failed";

/** Moves an attempt on only from where the caller believes it stands; false when somebody else moved it first. */
export async function moveAttempt(
  tx: Pick<Tx, "rows" | "at">,
  id: AttemptId,
  from: readonly AttemptState[],
  change: { state: AttemptState; handle?: Handle; failure?: Failure },
): Promise<boolean> {
  const { state, handle, failure } = change;
  const { count } = await tx.rows.attempt.updateMany({
    where: { id, state: { in: [...from] } },
    data: {
      state,
      ...(handle === undefined ? {} : { handle: handle as unknown as Prisma.InputJsonObject, submittedAt: tx.at }),
      ...(failure === undefined ? {} : { failure: failure as unknown as Prisma.InputJsonObject }),
      ...(state === "unknown" ? { lostAt: tx.at } : {}),
      ...(state === "finished" || state === "failed" ? { endedAt: tx.at } : {}),
    },
  });
  return count === 1;
}

/** Counts the read that `turn` reads came before; false when another worker made it. */
export async function takeTurn(tx: Pick<Tx, "rows">, id: AttemptId, turn: number): Promise<boolean> {
  const { count } = await tx.rows.attempt.updateMany({ where: { id, reads: turn }, data: { reads: turn + 1 } });
  return count === 1;
}

/** Counts a fetch of the attempt's files that failed, of those that were made at the same time only one. */
export async function countFetchFailure(db: Pick<Database, "rows">, { id, fetchFailures }: AttemptRow): Promise<void> {
  await db.rows.attempt.updateMany({ where: { id, fetchFailures }, data: { fetchFailures: fetchFailures + 1 } });
}

/** Whether a job may exist upstream of which nobody knows the id; where there are no jobs, there is nothing to find. */
export function isLost({ providers }: Pick<Deps, "providers">, { state, handle, provider }: AttemptRow): boolean {
  return state === "unknown" && handle === null && Boolean(providers.get(provider)?.jobs);
}

/** The states in which an upstream may still be at work for us. */
export const inFlight = ["intent", "submitted", "unknown"] as const satisfies readonly AttemptState[];
