import type { Database } from "../transaction.ts";
import type { JobOptions, NewJob } from "./job-sink.ts";

type Row = { id: bigint | string; queue: string; name: string; payload: object; options: JobOptions };

/**
 * Moves up to `limit` waiting rows to the queue and removes them, answering how many. A crash between the two leaves
 * the rows: the job is delivered again under the same id, and jobs may run twice.
 */
export async function relayOutbox(db: Database, deliver: (job: NewJob) => Promise<void>, limit = 100): Promise<number> {
  return db.transaction(async (tx) => {
    const rows = await tx.query<Row>(
      `DELETE FROM outbox_job WHERE id IN
         (SELECT id FROM outbox_job ORDER BY id LIMIT $1::int FOR UPDATE SKIP LOCKED)
       RETURNING id::text, queue, name, payload, options`,
      [limit],
    );
    for (const { id, queue, name, payload, options } of rows.sort((a, b) => Number(a.id) - Number(b.id))) {
      await deliver({ queue, name, payload, options: { jobId: `outbox-${id}`, ...options } });
    }
    return rows.length;
  });
}
