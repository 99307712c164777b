import type { RefusalCode, RefusalFacts } from "@covenant/domain";
import type { DecodeTask } from "./decode-tasks.ts";

/** The descriptor on which a decoder reads files; 0 to 2 are the usual ones and 3 carries the messages. */
export const pipeNumber = 4;

/** The most memory a decoder may take: a file of 400 MB, and the picture in it drawn in strips. */
export const bytesAtMost = 1_200_000_000;

/** A decoder that took more than this for a file ends after it. */
export const restsAbove = 300_000_000;

/** The most seconds of a processor that one file may take. Seconds of the clock would depend on who else is at work. */
export const processorSecondsAtMost = 40;

/** With which a decoder ends that took too much memory, or too long. */
export const exitOfMemory = 86;
export const exitOfTime = 87;

/** A task, and the length of the file that follows on the pipe. */
export type ToDecoder = { task: DecodeTask; length: number };

export type FromDecoder =
  | { kind: "done"; result: unknown }
  | { kind: "refused"; code: RefusalCode; facts: RefusalFacts }
  | { kind: "failed"; message: string };
