import { describe, expect, it } from "vitest";
import { heldOut } from "./held-out.ts";
import { measure, ourListener } from "./measure.ts";
import { tuning } from "./tuning.ts";

const floor = 0.98;

describe.each([tuning, heldOut])("the $name set", (set) => {
  it.each(measure(set, ourListener(set)))(
    "holds its floors for $category, in the clear, in disguise and in two",
    ({ recall, missed, stopped }) => {
      expect(recall, `missed: ${missed.join(", ")}`).toBeGreaterThanOrEqual(floor);
      expect(stopped).toEqual([]);
    },
  );
});
