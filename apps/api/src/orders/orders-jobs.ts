import { idSchema } from "@covenant/domain";
import * as z from "zod";
import { defineJob } from "../queues/define-job.ts";

/** Asks the processor how an order's checkout stands and settles the order by the answer. */
export const settleOrderJob = defineJob({
  queue: "orders",
  name: "settle-order",
  schema: z.object({ orderId: idSchema("order") }),
});

/** Finds out whether an invoice without a subscription is an order's. */
export const attributeInvoiceJob = defineJob({
  queue: "orders",
  name: "attribute-invoice",
  schema: z.object({ processorId: z.string() }),
});
