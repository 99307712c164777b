import { Refusal, refusalCodes } from "@covenant/domain";
import { expect, it } from "vitest";
import { problemOf } from "./problem.ts";

it("tells a limited member's program how many may run at once", () => {
  const { status, code, message, retryable } = problemOf(new Refusal("generation/too-many-running", { most: 1 }));
  expect({ status, code, retryable }).toEqual({ status: 429, code: "generation/too-many-running", retryable: true });
  expect(message).toBe(
    "This account is limited to 1 generation at a time. Wait for one to end, then call again. Nothing was charged.",
  );
});

it.each(refusalCodes)("has a class and a status for %s, and never says it is a fault of ours", (code) => {
  const problem = problemOf(new Refusal(code));
  expect(problem.status).toBeGreaterThanOrEqual(400);
  expect(problem.class === "unavailable").toBe(code === "service/unavailable");
});

it("says nothing of the inside of an unexpected error", () => {
  const problem = problemOf(new Error("connect ECONNREFUSED 10.0.0.7:5432"));
  expect(problem).toMatchObject({ status: 500, class: "unavailable", code: "service/failed", retryable: true });
  expect(JSON.stringify(problem)).not.toContain("ECONN");
});
