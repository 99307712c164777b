import { sweepJob } from "../upkeep/upkeep-jobs.ts";
import type { QueueBackend } from "./queue-backend.ts";

const sweepEveryMs = 10_000;

/** Sees to it that the sweep comes round, however many workers there are. */
export async function schedule(backend: QueueBackend): Promise<void> {
  const queue = backend.queue(sweepJob.queue);
  await queue.upsertJobScheduler(
    "sweep",
    { every: sweepEveryMs },
    { name: sweepJob.name, data: {}, opts: { removeOnComplete: true, removeOnFail: true } },
  );
  await queue.close();
}
