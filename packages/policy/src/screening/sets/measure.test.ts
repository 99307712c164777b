import { describe, expect, it } from "vitest";
import { heldOut } from "./held-out.ts";
import { measure, ourListener } from "./measure.ts";
import { tuning } from "./tuning.ts";

const floors = { tuning: 1, "held-out": 0.9 };

describe.each([tuning, heldOut])("the $name set", (set) => {
  it.each(measure(set, ourListener(set)))("holds its floors for $category", ({ recall, falseAlarms, missed }) => {
    expect(recall, `missed: ${missed.join(", ")}`).toBeGreaterThanOrEqual(floors[set.name]);
    expect(falseAlarms).toBe(0);
  });
});
