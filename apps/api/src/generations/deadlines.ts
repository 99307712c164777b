import { after, duration } from "@covenant/domain";

/** A request that nobody has started ten minutes later has expired. */
export function startDeadline(requestedAt: Date): Date {
  return after(requestedAt, duration.minutes(10));
}

/**
 * Ten times as long as expected, and never under two minutes, counted from the start: a request that waited for a worker
 * has as long as any other. After that it has failed and nothing is charged.
 */
export function finishDeadline(startedAt: Date, expectedSeconds: number): Date {
  return after(startedAt, duration.seconds(Math.max(120, expectedSeconds * 10)));
}
