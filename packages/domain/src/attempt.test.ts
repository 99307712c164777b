import { expect, it } from "vitest";
import { type ConsideredRoute, choiceWords } from "./attempt.ts";

const route = (id: string, changes: Partial<ConsideredRoute> = {}): ConsideredRoute => ({
  routeId: id,
  provider: "fal",
  upstreamModel: id,
  score: 0.9,
  parts: { success: 0.99, price: 1, speed: 0.5, queue: 1 },
  excludedBecause: null,
  ...changes,
});
const out = { score: 0, parts: null };

it("says of one route alone that it could run it, and why the others could not", () => {
  const considered = [
    route("old", { ...out, excludedBecause: "retired" }),
    route("new"),
    route("edit", { ...out, excludedBecause: "cannot-do-this" }),
  ];
  expect(choiceWords({ routeId: "new", considered })).toEqual([
    "new at fal was the one that could run it.",
    "old at fal is no longer offered by its maker.",
  ]);
});

it("says of several what their scores were made of, the chosen one first", () => {
  const considered = [route("other", { score: 0.7 }), route("best")];
  expect(choiceWords({ routeId: "best", considered })).toEqual([
    "best at fal scored best: 0.90 (success 0.99, price 1.00, speed 0.50, free places 1.00).",
    "other at fal scored: 0.70 (success 0.99, price 1.00, speed 0.50, free places 1.00).",
  ]);
});
