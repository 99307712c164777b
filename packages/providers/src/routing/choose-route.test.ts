import { describe, expect, it } from "vitest";
import { chooseRoute, type RouteCandidate, type RouteDemand, unmeasured } from "./choose-route.ts";

const demand: RouteDemand = {
  operation: "text-to-image",
  upstreamRetention: "prefer",
  excludesTraining: true,
  today: "2026-11-21",
  earnsMicroUsd: 1_000_000,
  providers: ["fal", "openai"],
  alreadyTried: [],
};

function route(routeId: string, changes: Partial<RouteCandidate> = {}): RouteCandidate {
  return {
    routeId,
    provider: "fal",
    upstreamModel: routeId,
    operation: "text-to-image",
    noStore: "whole-chain",
    trainsOnInputs: false,
    costMicroUsd: 40_000,
    retirement: null,
    health: unmeasured,
    ...changes,
  };
}

const healthOf = (changes: Partial<RouteCandidate["health"]>) => ({ ...unmeasured, ...changes });

describe("choosing a route", () => {
  it.each([
    ["cannot-do-this", { operation: "image-to-3d" }, {}],
    ["retired", { retirement: { from: "2026-10-29", successor: "next" } }, {}],
    ["trains-on-inputs", { trainsOnInputs: true }, {}],
    ["no-retention-switch", { noStore: "gateway-only" }, { upstreamRetention: "require" }],
    ["costs-more-than-it-earns", { costMicroUsd: 1_000_001 }, {}],
    ["stopped", { health: healthOf({ isStopped: true }) }, {}],
    ["breaker-open", { health: healthOf({ breaker: "open" }) }, {}],
    ["no-place", { health: healthOf({ inFlight: 4, places: 4 }) }, {}],
    ["no-key", {}, { providers: ["openai"] }],
    ["already-tried", {}, { alreadyTried: ["a"] }],
  ] as const)("excludes a route for one reason and says it: %s", (excludedBecause, changes, asked) => {
    const choice = chooseRoute([route("a", changes)], { ...demand, ...asked });
    expect(choice).toMatchObject({
      chosen: null,
      considered: [{ routeId: "a", provider: "fal", upstreamModel: "a", score: 0, parts: null, excludedBecause }],
    });
  });

  it("shows the gravest of several reasons", () => {
    const bad = route("a", { trainsOnInputs: true, health: healthOf({ breaker: "open" }) });
    expect(chooseRoute([bad], demand).considered[0]?.excludedBecause).toBe("trains-on-inputs");
  });

  it("prefers the route that can be asked to keep less, whatever it costs, and falls over to the other", () => {
    const direct = route("direct", { noStore: "none", costMicroUsd: 1 });
    const gateway = route("gateway", { noStore: "gateway-only", costMicroUsd: 900_000 });
    const whole = route("whole", { noStore: "whole-chain", costMicroUsd: 900_000 });
    const order = (alreadyTried: string[]) =>
      chooseRoute([direct, gateway, whole], { ...demand, alreadyTried }).chosen?.routeId;
    expect([order([]), order(["whole"]), order(["whole", "gateway"])]).toEqual(["whole", "gateway", "direct"]);
  });

  it("takes a route that trains on inputs where the terms allow it, and one without a switch where none is required", () => {
    const allowed = { ...demand, excludesTraining: false };
    expect(chooseRoute([route("a", { trainsOnInputs: true, noStore: "none" })], allowed).chosen?.routeId).toBe("a");
  });

  it("offers a route until the day before its retirement", () => {
    const retiring = route("a", { retirement: { from: "2026-10-29", successor: "b" } });
    expect(chooseRoute([retiring], { ...demand, today: "2026-10-28" }).chosen?.routeId).toBe("a");
    expect(chooseRoute([retiring], { ...demand, today: "2026-10-29" }).chosen).toBeNull();
  });

  it("prefers what succeeds, is cheap, is quick, is steadily quick and has room", () => {
    const failing = route("failing", { health: healthOf({ attempts: 40, successes: 10 }) });
    const dear = route("dear", { costMicroUsd: 80_000 });
    const slow = route("slow", { health: healthOf({ p50Seconds: 60, p95Seconds: 60 }) });
    const fitful = route("fitful", { health: healthOf({ p50Seconds: 30, p95Seconds: 300 }) });
    const crowded = route("crowded", { health: healthOf({ inFlight: 9, places: 10 }) });
    const plain = route("plain");
    for (const worse of [failing, dear, slow, fitful, crowded]) {
      expect(chooseRoute([worse, plain], demand).chosen?.routeId).toBe("plain");
      expect(chooseRoute([plain, worse], demand).chosen?.routeId).toBe("plain");
    }
  });

  it("lets a half-open route be tried and one failure not condemn it", () => {
    const recovering = route("recovering", { health: healthOf({ breaker: "half-open", attempts: 1 }) });
    const dear = route("dear", { costMicroUsd: 120_000 });
    expect(chooseRoute([dear, recovering], demand).chosen?.routeId).toBe("recovering");
  });

  it("keeps the catalogue's order between equals and scores within 0 and 1", () => {
    const { chosen, considered } = chooseRoute([route("first"), route("second")], demand);
    expect(chosen?.routeId).toBe("first");
    for (const { score } of considered) expect(score > 0 && score <= 1).toBe(true);
  });

  it("survives a route that costs nothing", () => {
    const { considered } = chooseRoute([route("free", { costMicroUsd: 0 }), route("paid")], demand);
    expect(considered.every(({ score }) => Number.isFinite(score))).toBe(true);
    expect(considered[0]?.score).toBeGreaterThan(considered[1]?.score ?? 1);
  });
});
