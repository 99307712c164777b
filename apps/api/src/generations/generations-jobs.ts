import { idSchema } from "@covenant/domain";
import * as z from "zod";
import { defineJob } from "../queues/define-job.ts";

/** Makes the next attempt of a generation, if it needs one. */
export const runAttemptJob = defineJob({
  queue: "generations",
  name: "run-attempt",
  schema: z.object({ generationId: idSchema("generation") }),
});

/**
 * Asks the upstream how an attempt stands, and ends it if it is over. `turn` is the number of reads before this one: of
 * several jobs for one turn, only one is followed by another. Without it the read is an extra one, which nothing follows.
 */
export const readAttemptJob = defineJob({
  queue: "generations",
  name: "read-attempt",
  schema: z.object({ attemptId: idSchema("attempt"), turn: z.optional(z.int()) }),
});

/** Asks the upstream to stop an attempt's job. */
export const cancelUpstreamJob = defineJob({
  queue: "generations",
  name: "cancel-upstream",
  schema: z.object({ attemptId: idSchema("attempt") }),
});

/** Erases at the upstream what it still has of an attempt that is over. */
export const eraseUpstreamJob = defineJob({
  queue: "generations",
  name: "erase-upstream",
  schema: z.object({ attemptId: idSchema("attempt") }),
});

/** Cancels what waits of a member who was suspended, or whose account was closed. */
export const cancelStoppedJob = defineJob({
  queue: "generations",
  name: "cancel-stopped",
  schema: z.object({ memberId: idSchema("member") }),
});
