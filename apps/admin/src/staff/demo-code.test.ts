import { expect, it } from "vitest";
import { secondsLeft, spacedCode } from "./demo-code.ts";

const now = Date.parse("2026-11-21T12:00:00.000Z");

it("shows a code in two groups of three", () => {
  expect(spacedCode("012345")).toBe("012 345");
});

it("promises no second that is not left", () => {
  expect(secondsLeft("2026-11-21T12:00:12.900Z", now)).toBe(12);
  expect(secondsLeft("2026-11-21T11:59:00.000Z", now)).toBe(0);
});
