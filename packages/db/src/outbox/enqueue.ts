import type { Tx } from "../transaction.ts";
import type { JobName, JobOptions } from "./job-sink.ts";

/** Queues a job that exists exactly if the transaction commits. Payloads carry ids only. */
export async function enqueue<Payload extends object>(
  tx: Tx,
  { queue, name }: JobName & { readonly payload?: Payload },
  payload: Payload,
  options: JobOptions = {},
): Promise<void> {
  await tx.jobs.add(tx, { queue, name, payload, options });
}
