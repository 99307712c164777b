import { describe, expect, it } from "vitest";
import { builtInLists } from "../built-in-lists.ts";
import { measureBlind } from "./blind/measure-blind.ts";
import { heldOut } from "./held-out.ts";
import { measure, ourListener } from "./measure.ts";
import { provokingTuning } from "./provoking/provoking-sets.ts";
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

describe("plain words and innocent ones like them", () => {
  it.each(measureBlind(provokingTuning, builtInLists))(
    "tells $category apart in what the lists were written beside",
    (measured) => {
      expect(measured.heard).toBeGreaterThanOrEqual(0.7);
      expect(measured.stopped).toBeLessThanOrEqual(0.12);
    },
  );
});
