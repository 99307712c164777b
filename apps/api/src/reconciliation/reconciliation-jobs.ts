import { daySchema } from "@covenant/domain";
import * as z from "zod";
import { defineJob } from "../queues/define-job.ts";

/** Holds the books of one day in UTC against each other. */
export const compareDayJob = defineJob({
  queue: "orders",
  name: "compare-day",
  schema: z.object({ day: z.string().refine((text) => daySchema.safeParse(text).success) }),
});

/** Has every day compared whose time has come. */
export const compareDueJob = defineJob({ queue: "orders", name: "compare-due", schema: z.object({}) });
