import type { JobName } from "@covenant/db";
import type * as z from "zod";

/** What a job is called and carries: ids only. Producers know this; who runs it is bound in `worker.ts`. */
export type Job<Payload extends object> = JobName & { readonly schema: z.ZodType<Payload>; readonly payload?: Payload };

/** Declares a job. A field added later stays optional until the queue has drained. */
export function defineJob<Payload extends object>(job: {
  queue: QueueName;
  name: string;
  schema: z.ZodType<Payload>;
}): Job<Payload> {
  return job;
}

/** The queues there are, by what they must not wait behind. */
export const queueNames = ["generations", "orders", "mail", "upkeep"] as const;
export type QueueName = (typeof queueNames)[number];
