import type { ServerResponse } from "node:http";

/** Aborted as soon as whoever waits for this answer is gone, also when they went before this was asked. */
export function readerLeaves(answer: ServerResponse): AbortSignal {
  if (answer.destroyed) return AbortSignal.abort();
  const left = new AbortController();
  answer.once("close", () => left.abort());
  return left.signal;
}
