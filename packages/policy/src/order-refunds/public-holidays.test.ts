import { describe, expect, it } from "vitest";
import { publicHolidays } from "./public-holidays.ts";
import { withdrawalCountries } from "./withdrawal-countries.ts";

const isHoliday = (country: string, date: string) => publicHolidays(country, Number(date.slice(0, 4))).has(date);

// Mondays after Easter as the churches publish them, the western year by year beside the Orthodox.
it.each([
  [2026, "2026-04-06", "2026-04-13"],
  [2027, "2027-03-29", "2027-05-03"],
  [2028, "2028-04-17", "2028-04-17"],
  [2029, "2029-04-02", "2029-04-09"],
  [2030, "2030-04-22", "2030-04-29"],
  [2035, "2035-03-26", "2035-04-30"],
])("knows both Easters of %i", (year, western, orthodox) => {
  expect(publicHolidays("DE", year)).toContain(western);
  expect(publicHolidays("GR", year)).toContain(orthodox);
});

it.each([
  ["DE", "2026-10-03", true],
  ["AT", "2026-10-26", true],
  ["DE", "2026-10-26", false],
  ["FR", "2026-07-14", true],
  ["IE", "2026-02-02", true],
  ["IE", "2030-02-01", true],
  ["IE", "2029-02-01", false],
  ["IE", "2026-10-26", true],
  ["SE", "2026-06-19", true],
  ["IS", "2026-04-23", true],
  ["GB", "2026-08-31", true],
  ["GB", "2026-12-28", true],
  ["GB", "2027-12-27", true],
  ["GB", "2027-12-28", true],
  ["GB", "2028-12-27", false],
  ["GB", "2033-12-26", true],
  ["GB", "2033-12-27", true],
  ["BG", "2026-05-25", true],
  ["BG", "2033-12-28", true],
  ["US", "2026-07-03", false],
])("%s, %s: %s", (country, date, expected) => {
  expect(isHoliday(country, date)).toBe(expected);
});

describe("every country with a right to withdraw", () => {
  it.each([...withdrawalCountries])("%s has a calendar", (_, { holidays }) => {
    for (let year = 2026; year < 2040; year += 1) {
      const days = [...publicHolidays(holidays, year)];
      expect(days.length).toBeGreaterThanOrEqual(8);
      for (const day of days) expect(day).toMatch(new RegExp(`^${year}-\\d\\d-\\d\\d$`));
      expect(days.some((day) => day.startsWith(`${year}-12-2`))).toBe(true);
    }
  });
});
