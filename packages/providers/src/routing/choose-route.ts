import type { ConsideredRoute, Modality, RouteExclusion, ScoreParts } from "@covenant/domain";
import type { CatalogueRoute } from "../catalogue.ts";
import type { ProviderId } from "../spec.ts";
import type { BreakerState } from "./breaker.ts";

/** What the recent attempts on a route say about it, and whether it may be asked now. */
export type RouteHealth = {
  breaker: BreakerState;
  /** Whether a person has stopped it. */
  isStopped: boolean;
  /** Attempts in the window that ended well or through the provider's fault; policy and bad input are not counted. */
  attempts: number;
  successes: number;
  /** Half of the attempts that succeeded took no longer; null before the first success. */
  p50Seconds: number | null;
  /** Nineteen of twenty took no longer. */
  p95Seconds: number | null;
  /** Jobs in flight on our account at the provider. */
  inFlight: number;
  /** How many the account may have in flight; null: no limit is known. */
  places: number | null;
};

/** Of a route that nothing was tried on yet. */
export const unmeasured: RouteHealth = {
  breaker: "closed",
  isStopped: false,
  attempts: 0,
  successes: 0,
  p50Seconds: null,
  p95Seconds: null,
  inFlight: 0,
  places: null,
};

export type RouteCandidate = Pick<
  CatalogueRoute,
  "provider" | "upstreamModel" | "operation" | "noStore" | "trainsOnInputs" | "costMicroUsd" | "retirement"
> & { routeId: string; health: RouteHealth };

/** What a generation needs of a route, and what its storefront's terms forbid. */
export type RouteDemand = {
  operation: Modality;
  upstreamRetention: "prefer" | "require";
  excludesTraining: boolean;
  /** Civil date in UTC, `2026-11-21`. */
  today: string;
  /** What the generation's frozen price earns us, in millionths of a US dollar: no route may cost more. */
  earnsMicroUsd: number;
  /** Those this installation has a key for. */
  providers: readonly ProviderId[];
  /** Route ids of earlier attempts of the same generation. */
  alreadyTried: readonly string[];
};

export type RouteChoice = { chosen: RouteCandidate | null; considered: ConsideredRoute[] };

/** Shares of the score. A failed attempt costs the member time, so success outweighs the cents and the seconds. */
const weights: ScoreParts = { success: 0.45, price: 0.25, speed: 0.2, queue: 0.1 };

/**
 * Chooses where an attempt runs and keeps the reasons, which are stored with the attempt. A route that can be asked to keep
 * less comes first; among equals the score decides. Scores run from 0 to 1, compare only the routes that may be chosen, and
 * fall to the catalogue's order when equal; an excluded route scores 0.
 */
export function chooseRoute(candidates: readonly RouteCandidate[], demand: RouteDemand): RouteChoice {
  const judged = candidates.map((candidate) => ({ candidate, excludedBecause: exclusionOf(candidate, demand) }));
  const eligible = judged.flatMap(({ candidate, excludedBecause }) => (excludedBecause ? [] : [candidate]));
  const partsOf = measureAgainst(eligible);
  const considered = judged.map(({ candidate, excludedBecause }): ConsideredRoute => {
    const { routeId, provider, upstreamModel } = candidate;
    const parts = excludedBecause === null ? partsOf(candidate) : null;
    return { routeId, provider, upstreamModel, score: parts === null ? 0 : scoreOf(parts), parts, excludedBecause };
  });
  const scoreOfRoute = new Map(considered.map(({ routeId, score }) => [routeId, score]));
  const score = ({ routeId }: RouteCandidate) => scoreOfRoute.get(routeId) ?? 0;
  const chosen = eligible.toSorted((a, b) => reach[b.noStore] - reach[a.noStore] || score(b) - score(a))[0] ?? null;
  return { chosen, considered };
}

/** How far a request to keep nothing reaches. No price and no speed makes up for a promise. */
const reach = { "whole-chain": 2, "gateway-only": 1, none: 0 } as const;

/** What may never happen comes before what is merely unwise, so that the reason shown is the gravest one. */
function exclusionOf(route: RouteCandidate, demand: RouteDemand): RouteExclusion | null {
  const { health } = route;
  if (route.operation !== demand.operation) return "cannot-do-this";
  if (demand.excludesTraining && route.trainsOnInputs) return "trains-on-inputs";
  if (demand.upstreamRetention === "require" && route.noStore !== "whole-chain") return "no-retention-switch";
  if (route.retirement && demand.today >= route.retirement.from) return "retired";
  if (!demand.providers.includes(route.provider)) return "no-key";
  if (route.costMicroUsd > demand.earnsMicroUsd) return "costs-more-than-it-earns";
  if (health.isStopped) return "stopped";
  if (demand.alreadyTried.includes(route.routeId)) return "already-tried";
  if (health.breaker === "open") return "breaker-open";
  return health.places !== null && health.inFlight >= health.places ? "no-place" : null;
}

function measureAgainst(eligible: readonly RouteCandidate[]): (route: RouteCandidate) => ScoreParts {
  const cheapest = Math.min(...eligible.map((route) => route.costMicroUsd));
  const fastest = Math.min(...eligible.map(secondsOf));
  return (route) => ({
    success: rounded(successOf(route.health)),
    price: rounded(shareOf(cheapest, route.costMicroUsd)),
    speed: rounded(shareOf(fastest, secondsOf(route))),
    queue: rounded(freeShareOf(route.health)),
  });
}

function scoreOf({ success, price, speed, queue }: ScoreParts): number {
  return rounded(weights.success * success + weights.price * price + weights.speed * speed + weights.queue * queue);
}

/** As if ten attempts, nine of them good, had gone before: a new route gets a chance and one failure does not end it. */
function successOf({ attempts, successes }: RouteHealth): number {
  return (successes + 9) / (attempts + 10);
}

/** What is usual and what is slow, in equal parts: a route that is mostly quick and sometimes hangs is not quick. */
function secondsOf({ health: { p50Seconds, p95Seconds } }: RouteCandidate): number {
  return p50Seconds === null ? 30 : (p50Seconds + (p95Seconds ?? p50Seconds)) / 2;
}

function freeShareOf({ inFlight, places }: RouteHealth): number {
  return places === null ? 1 : Math.max(0, 1 - inFlight / places);
}

function shareOf(best: number, own: number): number {
  return own <= 0 ? 1 : best / own;
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
