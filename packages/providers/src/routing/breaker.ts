import { duration } from "@covenant/domain";
import type { FailureClass } from "../spec.ts";

/** closed: asked · open: not asked · half-open: one attempt may try. */
export type BreakerState = "closed" | "half-open" | "open";

/** What an attempt taught about its upstream: that it works, how it fails, or nothing. */
export type Lesson = "works" | "failing" | "locked-out" | "gone" | "nothing";

/**
 * What the end of an attempt says of the upstream. A refusal comes from an upstream that works, an unusable input may never
 * have reached it, and neither opens a breaker; our key, balance or access being refused shuts the whole account at once, and a
 * model that is gone shuts its routes.
 */
export function lessonOf(ended: "finished" | FailureClass): Lesson {
  switch (ended) {
    case "account":
      return "locked-out";
    case "model-gone":
      return "gone";
    case "transient":
    case "capacity":
    case "unknown":
      return "failing";
    case "finished":
    case "policy-input":
    case "policy-output":
      return "works";
    case "bad-input":
      return "nothing";
  }
}

/** How many of the last ended attempts are looked at, and how many of them have to have failed. */
export const breakerWindow = { attempts: 16, failures: 8, minutes: 5 } as const;

/** Whether so many failures in a row of lessons, the newest first, open the breaker. */
export function opensBreaker(lessons: readonly Lesson[]): boolean {
  return (
    lessons.slice(0, breakerWindow.attempts).filter((lesson) => lesson === "failing").length >= breakerWindow.failures
  );
}

const firstSeconds = { failing: 20, "locked-out": 60, gone: 15 * 60 } as const;
const longestSeconds = 30 * 60;

/** Milliseconds that a breaker stays open before one attempt may try: twice as long each time in a row, half an hour at most. */
export function opensFor(lesson: keyof typeof firstSeconds, openings: number): number {
  return duration.seconds(Math.min(longestSeconds, firstSeconds[lesson] * 2 ** (openings - 1)));
}
