import { idSchema } from "@covenant/domain";
import * as z from "zod";
import { defineJob } from "../queues/define-job.ts";

/** Asks the processor how an order's checkout stands and settles the order by the answer. */
export const settleOrderJob = defineJob({
  queue: "orders",
  name: "settle-order",
  schema: z.object({ orderId: idSchema("order") }),
});
