import * as z from "zod";
import { defineJob } from "../queues/define-job.ts";

/** Looks through the rows for work that nobody is doing and promises that have come due. */
export const sweepJob = defineJob({ queue: "upkeep", name: "sweep", schema: z.object({}) });
