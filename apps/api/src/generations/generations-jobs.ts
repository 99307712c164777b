import { idSchema } from "@covenant/domain";
import * as z from "zod";
import { defineJob } from "../queues/define-job.ts";

/** Makes the next attempt of a generation, if it needs one. */
export const runAttemptJob = defineJob({
  queue: "generations",
  name: "run-attempt",
  schema: z.object({ generationId: idSchema("generation") }),
});

/** Asks the upstream how an attempt stands, and ends it if it is over. */
export const readAttemptJob = defineJob({
  queue: "generations",
  name: "read-attempt",
  schema: z.object({ attemptId: idSchema("attempt") }),
});
