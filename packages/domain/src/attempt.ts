import * as z from "zod/mini";

/** Why a route was left out of the choice, the gravest reason first. */
export const routeExclusions = [
  "cannot-do-this",
  "no-key",
  "trains-on-inputs",
  "no-retention-switch",
  "retired",
  "costs-more-than-it-earns",
  "stopped",
  "already-tried",
  "breaker-open",
  "no-place",
] as const;
export type RouteExclusion = (typeof routeExclusions)[number];

/** What a route's score is made of, each from 0 to 1: how often it succeeds, price and time against the best, free places. */
export const scoreParts = z.object({ success: z.number(), price: z.number(), speed: z.number(), queue: z.number() });
export type ScoreParts = z.infer<typeof scoreParts>;

/** A route as it stood when an attempt was made. */
export const consideredRoute = z.object({
  routeId: z.string(),
  provider: z.string(),
  upstreamModel: z.string(),
  score: z.number(),
  parts: z.nullable(scoreParts),
  excludedBecause: z.nullable(z.enum(routeExclusions)),
});
export type ConsideredRoute = z.infer<typeof consideredRoute>;

/** One try of a generation: where it was sent, why there, and how it ended. */
export const attemptView = z.object({
  number: z.int(),
  routeId: z.string(),
  provider: z.string(),
  upstreamModel: z.string(),
  outcome: z.enum(["under-way", "delivered", "failed"]),
  at: z.string(),
  considered: z.array(consideredRoute),
});
export type AttemptView = z.infer<typeof attemptView>;

/** As staff see it: with the way it failed, in codes, what it used, and what is left of it there. */
export const staffAttemptView = z.extend(attemptView, {
  failure: z.nullable(z.object({ class: z.string(), stage: z.string(), detail: z.string() })),
  /** What the upstream counted, in its own unit; null where it told nothing. */
  usage: z.nullable(z.object({ inputTokens: z.int(), outputTokens: z.int() })),
  /** What the upstream said when it was asked to erase the job; null where it was not, or has not answered. */
  erased: z.nullable(z.object({ answer: z.enum(["erased", "gone"]), at: z.string() })),
});
export type StaffAttemptView = z.infer<typeof staffAttemptView>;

const exclusionWords = {
  "cannot-do-this": "does something else",
  "no-key": "is a provider we have no account at",
  "trains-on-inputs": "may train on what it is sent, which the terms rule out",
  "no-retention-switch": "cannot be told to keep nothing, which the terms ask for",
  retired: "is no longer offered by its maker",
  "costs-more-than-it-earns": "costs more now than the price that was quoted",
  stopped: "is stopped by us",
  "already-tried": "had failed before",
  "breaker-open": "had failed too often in the last minutes",
  "no-place": "had no place free",
} as const satisfies Record<RouteExclusion, string>;

/** The choice of an attempt in sentences: where it ran and why, then each route that was not taken. */
export function choiceWords({ routeId, considered }: Pick<AttemptView, "routeId" | "considered">): string[] {
  // What does another job was never a choice.
  const options = considered.filter(({ excludedBecause }) => excludedBecause !== "cannot-do-this");
  return options
    .toSorted((a, b) => Number(b.routeId === routeId) - Number(a.routeId === routeId) || b.score - a.score)
    .map((route) => `${route.upstreamModel} at ${route.provider} ${stand(route, routeId, options)}.`);
}

function stand(route: ConsideredRoute, chosenId: string, options: readonly ConsideredRoute[]): string {
  const { parts, score, excludedBecause } = route;
  if (route.routeId === chosenId && options.filter((each) => each.parts !== null).length < 2)
    return "was the one that could run it";
  if (excludedBecause !== null) return exclusionWords[excludedBecause];
  const verb =
    route.routeId !== chosenId
      ? "scored"
      : isBest(route, options)
        ? "scored best"
        : "went first, since it can be told to keep less";
  return parts === null ? verb : `${verb}: ${score.toFixed(2)} (${partsWords(parts)})`;
}

function isBest({ score }: ConsideredRoute, options: readonly ConsideredRoute[]): boolean {
  return options.every((other) => other.score <= score);
}

function partsWords({ success, price, speed, queue }: ScoreParts): string {
  return `success ${success.toFixed(2)}, price ${price.toFixed(2)}, speed ${speed.toFixed(2)}, free places ${queue.toFixed(2)}`;
}
