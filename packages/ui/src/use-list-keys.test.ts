import { expect, it } from "vitest";
import { neighbour } from "./use-list-keys.ts";

const keys = ["a", "b", "c"];

it("starts at the first row when nothing is selected, or when the selected row is gone", () => {
  expect(neighbour(keys, null, 1)).toBe("a");
  expect(neighbour(keys, "gone", -1)).toBe("a");
});

it("moves one row and stops at both ends", () => {
  expect(neighbour(keys, "a", 1)).toBe("b");
  expect(neighbour(keys, "c", 1)).toBeNull();
  expect(neighbour(keys, "a", -1)).toBeNull();
});

it("finds nothing in an empty list", () => {
  expect(neighbour([], null, 1)).toBeNull();
});
