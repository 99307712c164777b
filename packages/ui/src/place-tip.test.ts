import { expect, it } from "vitest";
import { placeTip } from "./place-tip.ts";

const tip = { width: 100, height: 24 };

it("stands centred above its trigger", () => {
  expect(placeTip({ top: 200, left: 300, width: 40, height: 32 }, tip, 1000)).toEqual({ left: 270, top: 170 });
});

it("goes below at the top of the screen and never off its sides", () => {
  expect(placeTip({ top: 4, left: 0, width: 40, height: 32 }, tip, 1000)).toEqual({ left: 8, top: 42 });
  expect(placeTip({ top: 200, left: 980, width: 20, height: 32 }, tip, 1000).left).toBe(892);
});
