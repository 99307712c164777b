import type { ModelPricePlan } from "@covenant/domain";
import { expect, it } from "vitest";
import { dollarsOf, priceEffects } from "./model-words.ts";

const plan: ModelPricePlan = {
  modelId: "z-image",
  fromCredits: 2,
  toCredits: 3,
  effectiveAt: "2026-11-21T12:00:00Z",
  subscribers: 1,
  earliestAt: "2026-12-21T12:00:00Z",
  running: 4,
  tooDear: ["fal-ai/dear"],
  explanation: "",
  clauses: [],
};

it("says who pays what from when, whom it does not reach, and which route falls out", () => {
  const [price, subscribers, running, route] = priceEffects(plan);
  expect(price).toContain("2 credits becomes 3 credits from 21 November 2026");
  expect(subscribers).toContain(
    "One subscriber is told by mail at once and keeps the old price until 21 December 2026",
  );
  expect(running).toBe("4 under way keep the price they were quoted.");
  expect(route).toContain("fal-ai/dear costs more than that earns");
  expect(priceEffects({ ...plan, subscribers: 0, running: 0, tooDear: [] })).toHaveLength(1);
});

it("writes a cost of less than a cent in full", () => {
  expect([5_000, 80_000, 800_000, 1_250].map(dollarsOf)).toEqual(["$0.005", "$0.08", "$0.80", "$0.0013"]);
});
