import { type Modality, unreachable } from "@covenant/domain";
import type { CatalogueRoute } from "../catalogue.ts";

/** What the recent attempts on a route say about it. */
export type RouteHealth = {
  breaker: "closed" | "half-open" | "open";
  /** Attempts in the window that ended well or through the provider's fault; policy and bad input are not counted. */
  attempts: number;
  successes: number;
  /** Null before the first success. */
  medianSeconds: number | null;
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
  /** Route ids of earlier attempts of the same generation. */
  alreadyTried: readonly string[];
};

export type RouteExclusion =
  | "cannot-do-this"
  | "retired"
  | "trains-on-inputs"
  | "no-retention-switch"
  | "breaker-open"
  | "already-tried";

export type ConsideredRoute = { routeId: string; score: number; excludedBecause?: RouteExclusion };
export type RouteChoice = { chosen: RouteCandidate | null; considered: ConsideredRoute[] };

/** Shares of the score. A failed attempt costs the member time, so reliability outweighs the cents and the seconds. */
const weights = { reliability: 0.5, price: 0.3, speed: 0.2 };

/**
 * Chooses where an attempt runs and keeps the reasons, which are stored with the attempt. Scores run from 0 to 1, compare
 * only the routes that may be chosen, and fall to the catalogue's order when equal; an excluded route scores 0.
 */
export function chooseRoute(candidates: readonly RouteCandidate[], demand: RouteDemand): RouteChoice {
  const judged = candidates.map((candidate) => ({ candidate, excludedBecause: exclusionOf(candidate, demand) }));
  const eligible = judged.flatMap(({ candidate, excludedBecause }) => (excludedBecause ? [] : [candidate]));
  const score = scorerOf(eligible);
  const considered = judged.map(
    ({ candidate, excludedBecause }): ConsideredRoute =>
      excludedBecause
        ? { routeId: candidate.routeId, score: 0, excludedBecause }
        : { routeId: candidate.routeId, score: score(candidate) },
  );
  const chosen = eligible.toSorted((a, b) => score(b) - score(a))[0] ?? null;
  return { chosen, considered };
}

/** What may never happen comes before what is merely unwise, so that the reason shown is the gravest one. */
function exclusionOf(route: RouteCandidate, demand: RouteDemand): RouteExclusion | null {
  if (route.operation !== demand.operation) return "cannot-do-this";
  if (demand.excludesTraining && route.trainsOnInputs) return "trains-on-inputs";
  if (demand.upstreamRetention === "require" && route.noStore !== "whole-chain") return "no-retention-switch";
  if (route.retirement && demand.today >= route.retirement.from) return "retired";
  if (demand.alreadyTried.includes(route.routeId)) return "already-tried";
  switch (route.health.breaker) {
    case "open":
      return "breaker-open";
    case "closed":
    case "half-open":
      return null;
    default:
      return unreachable(route.health.breaker);
  }
}

function scorerOf(eligible: readonly RouteCandidate[]): (route: RouteCandidate) => number {
  const cheapest = Math.min(...eligible.map((route) => route.costMicroUsd));
  const fastest = Math.min(...eligible.map(secondsOf));
  return (route) => {
    const total =
      weights.reliability * reliabilityOf(route.health) +
      weights.price * shareOf(cheapest, route.costMicroUsd) +
      weights.speed * shareOf(fastest, secondsOf(route));
    return Math.round(total * 1000) / 1000;
  };
}

/** As if ten attempts, nine of them good, had gone before: a new route gets a chance and one failure does not end it. */
function reliabilityOf({ attempts, successes }: RouteHealth): number {
  return (successes + 9) / (attempts + 10);
}

function secondsOf({ health }: RouteCandidate): number {
  return health.medianSeconds ?? 30;
}

function shareOf(best: number, own: number): number {
  return own <= 0 ? 1 : best / own;
}
