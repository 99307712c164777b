import * as z from "zod";
import { defineJob } from "../queues/define-job.ts";

/** Asks the processor how a dispute stands and lets the order's credits follow. */
export const settleDisputeJob = defineJob({
  queue: "orders",
  name: "settle-dispute",
  schema: z.object({ processorId: z.string() }),
});

/** Asks the processor which payment a bank warns of, and opens the case. */
export const settleWarningJob = defineJob({
  queue: "orders",
  name: "settle-warning",
  schema: z.object({ processorId: z.string() }),
});
