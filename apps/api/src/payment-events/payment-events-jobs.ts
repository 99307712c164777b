import * as z from "zod";
import { defineJob } from "../queues/define-job.ts";

/** Asks the processor what happened since it was last asked, for the webhooks that never came. */
export const askForEventsJob = defineJob({ queue: "orders", name: "ask-for-events", schema: z.object({}) });
