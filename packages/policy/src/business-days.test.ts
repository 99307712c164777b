import { describe, expect, it } from "vitest";
import { businessDaysAfter } from "./business-days.ts";
import { startOfDay } from "./civil-date.ts";

describe("three business days", () => {
  it.each([
    ["a Monday", "2026-11-16T15:00:00.000Z", "2026-11-19T15:00:00.000Z"],
    ["a Friday", "2026-11-20T15:00:00.000Z", "2026-11-25T15:00:00.000Z"],
    ["a Saturday", "2026-11-21T15:00:00.000Z", "2026-11-25T15:00:00.000Z"],
    ["a Sunday", "2026-11-22T15:00:00.000Z", "2026-11-25T15:00:00.000Z"],
    ["New Year's Eve", "2026-12-31T23:59:59.999Z", "2027-01-05T23:59:59.999Z"],
  ])("from %s", (_, from, to) => {
    expect(businessDaysAfter(new Date(from), 3, "UTC").toISOString()).toBe(to);
  });

  it("counts the days of the zone, not of universal time", () => {
    // 02:00 on Saturday in Shanghai is still Friday in UTC.
    const from = new Date("2026-11-20T18:00:00.000Z");
    expect(businessDaysAfter(from, 1, "Asia/Shanghai").toISOString()).toBe("2026-11-22T18:00:00.000Z");
    expect(businessDaysAfter(from, 1, "UTC").toISOString()).toBe("2026-11-23T18:00:00.000Z");
  });

  it("keeps the time of day when the clocks change", () => {
    const from = new Date("2026-10-30T14:00:00.000Z");
    expect(businessDaysAfter(from, 1, "America/New_York").toISOString()).toBe("2026-11-02T15:00:00.000Z");
  });
});

it("counts over two weekends", () => {
  expect(businessDaysAfter(new Date("2026-11-21T09:00:00Z"), 10, "UTC").toISOString().slice(0, 10)).toBe("2026-12-04");
});

it("refuses a number of days that is none", () => {
  for (const days of [-1, 0.5, Number.NaN])
    expect(() => businessDaysAfter(new Date(), days, "UTC")).toThrow(RangeError);
});

it("begins a civil day at midnight of its zone", () => {
  expect(startOfDay("2026-06-06", "Asia/Shanghai").toISOString()).toBe("2026-06-05T16:00:00.000Z");
  expect(() => startOfDay("2026-02-31", "UTC")).toThrow(RangeError);
});
