import { describe, expect, it } from "vitest";
import { businessDaysAfter } from "../business-days.ts";
import { federalHolidays, isFederalBusinessDay } from "./federal-holidays.ts";

// As the Office of Personnel Management publishes them (opm.gov, Federal Holidays).
const published = {
  2026: "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25",
  2027: "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
  2028: "01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25",
  2029: "01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25",
} as const;

it.each(Object.entries(published))("knows the federal holidays of %s", (year, days) => {
  expect([...federalHolidays(Number(year))].toSorted()).toEqual(days.split(" ").map((day) => `${year}-${day}`));
});

describe("the days of a put-back", () => {
  it.each([
    ["2026-11-20", ["2026-12-07", "2026-12-09", "2026-12-11"]],
    ["2026-11-21", ["2026-12-07", "2026-12-09", "2026-12-11"]],
    ["2026-12-18", ["2027-01-05", "2027-01-07", "2027-01-11"]],
    ["2027-12-17", ["2028-01-04", "2028-01-06", "2028-01-10"]],
  ])("received on %s, the 10th, 12th and 14th are %j", (received, expected) => {
    const at = new Date(`${received}T15:00:00.000Z`);
    const days = [10, 12, 14].map((count) => businessDaysAfter(at, count, "UTC", isFederalBusinessDay));
    expect(days.map((day) => day.toISOString())).toEqual(expected.map((date) => `${date}T15:00:00.000Z`));
  });
});
