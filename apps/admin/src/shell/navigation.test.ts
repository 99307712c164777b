import { expect, it } from "vitest";
import { places } from "./navigation.ts";

it("leads to each place by keys of its own", () => {
  const keys = places.map((place) => place.keys);
  expect(keys).toEqual([...new Set(keys)]);
});
