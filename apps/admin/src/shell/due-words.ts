import type { Tone } from "@covenant/ui";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Within this much of the deadline the clock warns. */
const soon = 8 * hour;

/**
 * How much time a case has left, or how late it is, in words and in a tone. `dueAt` is an ISO instant, `now` is in ms
 * since 1970. Time is rounded down, so nothing is promised that is not left.
 */
export function dueWords(dueAt: string, now: number): { text: string; tone: Tone } {
  const left = new Date(dueAt).getTime() - now;
  if (left < 0) return { text: `Overdue by ${lengthOf(-left)}`, tone: "bad" };
  return { text: `${lengthOf(left)} left`, tone: left < soon ? "warn" : "neutral" };
}

function lengthOf(ms: number): string {
  if (ms < hour) return `${Math.floor(ms / minute)} min`;
  if (ms < 2 * day) return `${Math.floor(ms / hour)} h`;
  return `${Math.floor(ms / day)} days`;
}
