import { randomUUID } from "node:crypto";
import { type BackendFactory, createPostgresBackend, Queue } from "bullmq";
import type { SqlRunner } from "../sql-runner.ts";
import { type JobSink, retention, retries } from "./job-sink.ts";

/**
 * Adds the job inside the caller's transaction, to BullMQ's tables in the same database. BullMQ's functions pin their
 * own search path, so naming their schema in the call is all that the borrowed connection needs.
 */
export const postgresSink: JobSink = {
  async add(tx, { queue, name, payload, options }) {
    const borrowed = new Queue(
      queue,
      { connection: asPool(tx) as never, skipMetasUpdate: true },
      createPostgresBackend as unknown as BackendFactory<never, never>,
    );
    // Without an id BullMQ would number the job, from a sequence per queue that it makes in the caller's transaction.
    await borrowed.add(name, payload, { ...retries, ...retention, jobId: randomUUID(), ...options });
  },
};

function asPool(tx: SqlRunner) {
  const query = async (text: string, params: unknown[] = []) => {
    const rows = await tx.query(text.replace(/\b(add_job|add_flow|add_jobs_bulk)\(/g, "bullmq.$1("), params);
    return { rows, rowCount: rows.length };
  };
  return { query, connect: async () => ({ query, release() {} }), end: async () => {}, on() {}, options: {} };
}
