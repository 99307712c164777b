import { enqueue } from "@covenant/db";
import type { AttemptId, GenerationId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { readAttemptJob, runAttemptJob } from "./generations-jobs.ts";

type Stray = { generation_id: GenerationId; attempt_id: AttemptId | null; reads: number | null };

/**
 * Rebuilds the queue from the rows: every unfinished generation that nothing has touched for a while gets its job
 * again. A job too many does nothing; losing the whole queue loses nothing.
 */
export async function sweepGenerations({ db }: Pick<Deps, "db">, quietSeconds = 20): Promise<number> {
  return db.transaction(async (tx) => {
    const strays = await tx.query<Stray>(
      `SELECT g.id AS generation_id, a.id AS attempt_id, a.reads
       FROM generation g
       LEFT JOIN attempt a ON a.generation_id = g.id AND a.state IN ('intent', 'submitted', 'unknown')
       WHERE g.state IN ('queued', 'running')
         AND NOT EXISTS (SELECT 1 FROM generation_event e
                         WHERE e.generation_id = g.id AND e.at > now() - make_interval(secs => $1::int))
       ORDER BY g.created_at LIMIT 500`,
      [quietSeconds],
    );
    for (const { generation_id: generationId, attempt_id: attemptId, reads } of strays) {
      if (attemptId === null) await enqueue(tx, runAttemptJob, { generationId });
      else await enqueue(tx, readAttemptJob, { attemptId, turn: reads ?? 0 });
    }
    return strays.length;
  });
}
