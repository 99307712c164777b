import type { SqlRunner } from "../sql-runner.ts";

/** What a producer must know of a job: where it goes and what it is called. */
export type JobName = { readonly queue: string; readonly name: string };

export type JobOptions = {
  /** One job of this id at a time; no colon. Our own rows, not this, make a thing happen once. */
  jobId?: string;
  /** Milliseconds to wait before it may run. */
  delay?: number;
};

export type NewJob = JobName & { payload: object; options: JobOptions };

/** Where a transaction leaves its jobs, so that they exist exactly if it commits. */
export type JobSink = { add(tx: SqlRunner, job: NewJob): Promise<void> };

/** How every job is retried; the deadline of the work itself is in our rows. */
export const retries = { attempts: 8, backoff: { type: "exponential", delay: 500, jitter: 0.5 } } as const;
export const retention = { removeOnComplete: true, removeOnFail: { age: 7 * 24 * 3600 } } as const;
