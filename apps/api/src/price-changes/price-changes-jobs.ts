import { idSchema } from "@covenant/domain";
import * as z from "zod";
import { defineJob } from "../queues/define-job.ts";

/** Has a subscription's next renewal charged at the newest price it was told of in time. */
export const carryPriceJob = defineJob({
  queue: "orders",
  name: "carry-price",
  schema: z.object({ subscriptionId: idSchema("subscription") }),
});
