import { expect, it } from "vitest";
import { withFilter } from "./FilterBar.tsx";

it("leaves a filter that is off out of the address", () => {
  const one = withFilter<"q" | "state">({}, "state", "lost");
  expect(one).toEqual({ state: "lost" });
  expect(Object.keys(withFilter(one, "state", ""))).toEqual([]);
});
