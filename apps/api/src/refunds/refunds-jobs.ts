import { idSchema } from "@covenant/domain";
import * as z from "zod";
import { defineJob } from "../queues/define-job.ts";

/** Asks the processor to send a refund's money, after its credits were taken back. */
export const sendRefundJob = defineJob({
  queue: "orders",
  name: "send-refund",
  schema: z.object({ refundId: idSchema("refund") }),
});

/** Asks the processor how a refund stands and settles ours by the answer. */
export const settleRefundJob = defineJob({
  queue: "orders",
  name: "settle-refund",
  schema: z.object({ processorId: z.string() }),
});

/** Ends the subscription that a withdrawal was from, or takes it back to the plan before an upgrade. `subscriptions` does it. */
export const followWithdrawalJob = defineJob({
  queue: "orders",
  name: "follow-withdrawal",
  schema: z.object({ refundId: idSchema("refund") }),
});
