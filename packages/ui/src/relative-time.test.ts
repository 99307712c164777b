import { describe, expect, it } from "vitest";
import { civilDayText, dayText, exactTime, relativeTime } from "./relative-time.ts";

const now = Date.parse("2026-11-21T12:00:00Z");
const inUtc = { timeZone: "UTC" };
const text = (at: string) => relativeTime(at, now, inUtc).text;

describe("within a day", () => {
  it.each([
    ["2026-11-21T11:59:58Z", "just now"],
    ["2026-11-21T12:00:03Z", "just now"],
    ["2026-11-21T11:59:30Z", "30 sec ago"],
    ["2026-11-21T11:57:00Z", "3 min ago"],
    ["2026-11-21T12:58:59Z", "in 58 min"],
    ["2026-11-20T13:00:00Z", "23 hr ago"],
  ])("%s is %s", (at, words) => {
    expect(text(at)).toBe(words);
  });

  it("never promises more time than is left", () => {
    expect(text("2026-11-21T12:01:59Z")).toBe("in 1 min");
  });
});

describe("beyond a day", () => {
  it("is a date with its time, and the year only when it is another", () => {
    expect(text("2026-11-19T09:05:00Z")).toBe("19 Nov, 09:05");
    expect(text("2025-11-19T09:05:00Z")).toContain("2025");
  });
});

it("asks to be told again each second only in the last minute", () => {
  expect(relativeTime("2026-11-21T12:00:40Z", now).staysTrueMs).toBe(1_000);
  expect(relativeTime("2026-11-21T12:40:00Z", now).staysTrueMs).toBe(10_000);
  expect(relativeTime("2026-11-25T12:00:00Z", now).staysTrueMs).toBeNull();
});

it("names the zone when it is exact", () => {
  expect(exactTime("2026-11-21T12:00:00Z", inUtc)).toBe("21 November 2026 at 12:00:00 UTC");
  expect(exactTime("2026-11-21T12:00:00Z", { timeZone: "Europe/Vienna" })).toBe("21 November 2026 at 13:00:00 CET");
});

it("tells the day of the reader's zone", () => {
  expect(dayText("2026-11-21T23:30:00Z", inUtc)).toBe("21 November 2026");
  expect(dayText("2026-11-21T23:30:00Z", { timeZone: "Europe/Vienna" })).toBe("22 November 2026");
});

it("tells a day of a calendar as that day, wherever it is read", () => {
  expect(civilDayText("2026-11-21")).toBe("21 November 2026");
});
