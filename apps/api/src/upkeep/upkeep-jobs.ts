import * as z from "zod";
import { defineJob } from "../queues/define-job.ts";

/** Looks through the rows for work that nobody is doing and promises that have come due. */
export const sweepJob = defineJob({ queue: "upkeep", name: "sweep", schema: z.object({}) });

/** Seals the ledger's entries and writes the seals down outside the database. */
export const sealJob = defineJob({ queue: "upkeep", name: "seal", schema: z.object({}) });
