import { idSchema } from "@covenant/domain";
import * as z from "zod";
import { defineJob } from "../queues/define-job.ts";

/** Asks the processor how a subscription and its invoices stand, and settles by the answer. */
export const settleSubscriptionJob = defineJob({
  queue: "orders",
  name: "settle-subscription",
  schema: z.object({ subscriptionId: idSchema("subscription") }),
});

/** Finds out which of ours the processor means, and settles it. */
export const adoptSubscriptionJob = defineJob({
  queue: "orders",
  name: "adopt-subscription",
  schema: z.object({ processorId: z.string() }),
});

/** Pauses or resumes renewals, as the member is suspended or no longer is. */
export const pauseSuspendedJob = defineJob({
  queue: "orders",
  name: "pause-suspended",
  schema: z.object({ subscriptionId: idSchema("subscription") }),
});
