import { Refusal } from "@covenant/domain";
import { expect, it } from "vitest";
import { problemOf } from "./program-problems.ts";

it("tells a limited member's program how many may run at once", () => {
  const { status, error } = problemOf(new Refusal("generation/too-many-running", { most: 1 }));
  expect(status).toBe(429);
  expect(error).toMatchObject({
    code: "generation/too-many-running",
    message:
      "This account is limited to 1 generation at a time. Wait for one to end, then call again. Nothing was charged.",
  });
});
