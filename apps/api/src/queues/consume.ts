import type { Job as QueuedJob, Worker } from "bullmq";
import type { Deps } from "../deps.ts";
import type { Job } from "./define-job.ts";
import type { QueueBackend } from "./queue-backend.ts";

type Handler = { queue: string; name: string; run(deps: Deps, payload: unknown): Promise<void> };

/** Binds a job to the function that does it; the payload is checked before it runs. */
export function handle<Payload extends object>(
  job: Job<Payload>,
  run: (deps: Deps, payload: Payload) => Promise<void>,
): Handler {
  return { queue: job.queue, name: job.name, run: (deps, payload) => run(deps, job.schema.parse(payload)) };
}

export type Consumer = { close(): Promise<void> };

/** Milliseconds after which a worker that fell silent counts as dead, and between looks for such workers. */
export type StallTiming = { lockDuration: number; stalledInterval: number };
const stallTiming: StallTiming = { lockDuration: 15_000, stalledInterval: 5_000 };

/** How many jobs of a queue one worker process runs at once. */
const concurrency: Record<string, number> = { generations: 16, orders: 4, mail: 4, upkeep: 1 };

/**
 * Starts one worker for each queue that has handlers. Delivery is at least once: a handler may run twice, and late.
 * A handler that throws is retried with back-off; what is given up on, the sweeper finds in the rows.
 */
export function consume(
  deps: Deps,
  backend: QueueBackend,
  handlers: readonly Handler[],
  timing: StallTiming = stallTiming,
): Consumer {
  const queues = new Set(handlers.map((handler) => handler.queue));
  const workers = [...queues].map((queue) => {
    const ofQueue = handlers.filter((handler) => handler.queue === queue);
    return startWorker(deps, backend, queue, new Map(ofQueue.map((handler) => [handler.name, handler])), timing);
  });
  return {
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

function startWorker(
  deps: Deps,
  backend: QueueBackend,
  queue: string,
  handlers: ReadonlyMap<string, Handler>,
  timing: StallTiming,
): Worker {
  const process = async (job: QueuedJob) => {
    const handler = handlers.get(job.name);
    if (handler === undefined) throw new Error(`no handler for ${queue}/${job.name}`);
    await handler.run(deps, job.data);
  };
  const worker = backend.worker(queue, process, {
    concurrency: concurrency[queue] ?? 1,
    ...timing,
    maxStalledCount: 5,
  });
  worker.on("failed", (job, error) => deps.log.warn({ queue, job: job?.name, error: error.message }, "job failed"));
  worker.on("error", (error) => deps.log.error({ queue, error: error.message }, "queue error"));
  return worker;
}
