import { askForEventsJob } from "../payment-events/payment-events-jobs.ts";
import { compareDueJob } from "../reconciliation/reconciliation-jobs.ts";
import { sealJob, sweepJob } from "../upkeep/upkeep-jobs.ts";
import type { QueueBackend } from "./queue-backend.ts";

/** What comes round by itself, and how often. Each job carries nothing and looks at the rows. */
const rounds = [
  { job: sweepJob, everyMs: 10_000 },
  { job: sealJob, everyMs: 60_000 },
  { job: askForEventsJob, everyMs: 5 * 60_000 },
  { job: compareDueJob, everyMs: 15 * 60_000 },
];

/** Sees to it that each round comes, however many workers there are. */
export async function schedule(backend: QueueBackend): Promise<void> {
  for (const { job, everyMs } of rounds) {
    const queue = backend.queue(job.queue);
    await queue.upsertJobScheduler(
      job.name,
      { every: everyMs },
      { name: job.name, data: {}, opts: { removeOnComplete: true, removeOnFail: true } },
    );
    await queue.close();
  }
}
