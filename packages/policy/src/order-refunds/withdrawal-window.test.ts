import { assert, constantFrom, date, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDateIn, daysLater, parseCivilDate } from "../civil-date.ts";
import { publicHolidays } from "./public-holidays.ts";
import { withdrawalCountries } from "./withdrawal-countries.ts";
import { withdrawalWindow } from "./withdrawal-window.ts";

const memberStates = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");
const others = "IS LI NO GB AX GF GP MF MQ RE YT".split(" ");

it("gives the right in every member state, in the EEA and in the United Kingdom, and nowhere else", () => {
  expect(memberStates).toHaveLength(27);
  expect([...withdrawalCountries.keys()].sort()).toEqual([...memberStates, ...others].sort());
  for (const country of ["US", "CH", "CN", "JP", "GL", "XX", ""]) {
    expect(withdrawalWindow(country, new Date("2026-11-02T10:00:00Z"))).toBeNull();
  }
});

it("names the law it follows", () => {
  const laws = ["DE", "NO", "GB"].map(
    (country) => withdrawalWindow(country, new Date("2026-11-02T10:00:00Z"))?.statute,
  );
  expect(laws[0]).toContain("2011/83/EU");
  expect(laws[1]).toContain("EEA Agreement");
  expect(laws[2]).toContain("Regulations 2013");
});

describe("the last day", () => {
  it.each([
    ["the day of payment does not count", "DE", "2026-11-02T10:00:00Z", "2026-11-16", "2026-11-16T23:00:00.000Z"],
    ["paid in the first second of a day", "DE", "2026-11-01T23:00:00Z", "2026-11-16", "2026-11-16T23:00:00.000Z"],
    ["paid in the last second of a day", "DE", "2026-11-02T22:59:59.999Z", "2026-11-16", "2026-11-16T23:00:00.000Z"],
    ["the next day in the member's zone", "DE", "2026-11-02T23:30:00Z", "2026-11-17", "2026-11-17T23:00:00.000Z"],
    ["still the same day in another", "GB", "2026-11-02T23:30:00Z", "2026-11-16", "2026-11-17T00:00:00.000Z"],
    ["a Saturday gives way", "DE", "2026-11-07T10:00:00Z", "2026-11-23", "2026-11-23T23:00:00.000Z"],
    ["a Sunday gives way", "DE", "2026-11-08T10:00:00Z", "2026-11-23", "2026-11-23T23:00:00.000Z"],
    ["a Friday does not", "DE", "2026-11-06T10:00:00Z", "2026-11-20", "2026-11-20T23:00:00.000Z"],
    ["a holiday of the country", "AT", "2026-10-12T10:00:00Z", "2026-10-27", "2026-10-27T23:00:00.000Z"],
    ["and not of its neighbour", "DE", "2026-10-12T10:00:00Z", "2026-10-26", "2026-10-26T23:00:00.000Z"],
    ["Christmas and the weekend after it", "DE", "2026-12-11T10:00:00Z", "2026-12-28", "2026-12-28T23:00:00.000Z"],
    ["a substitute for Boxing Day", "GB", "2026-12-11T10:00:00Z", "2026-12-29", "2026-12-30T00:00:00.000Z"],
    ["New Year's Day of the next year", "FR", "2026-12-18T10:00:00Z", "2027-01-04", "2027-01-04T23:00:00.000Z"],
    ["a leap day", "DE", "2028-02-15T10:00:00Z", "2028-02-29", "2028-02-29T23:00:00.000Z"],
    ["no leap day", "DE", "2027-02-15T10:00:00Z", "2027-03-01", "2027-03-01T23:00:00.000Z"],
    ["clocks go forward between", "DE", "2026-03-16T10:00:00Z", "2026-03-30", "2026-03-30T22:00:00.000Z"],
    ["clocks go back between", "FI", "2026-10-13T10:00:00Z", "2026-10-27", "2026-10-27T22:00:00.000Z"],
    ["Easter in Athens", "GR", "2026-03-27T10:00:00Z", "2026-04-14", "2026-04-14T21:00:00.000Z"],
    ["an ocean away", "MQ", "2026-11-03T03:00:00Z", "2026-11-16", "2026-11-17T04:00:00.000Z"],
  ])("%s", (_, country, paidAt, lastDay, endsAt) => {
    const window = withdrawalWindow(country, new Date(paidAt));
    expect([window?.lastDay, window?.endsAt.toISOString()]).toEqual([lastDay, endsAt]);
  });
});

it("is a working day, at least 14 days on and as soon as can be, and runs to its midnight, in every country", () => {
  const instants = date({
    min: new Date("2026-03-01T00:00:00Z"),
    max: new Date("2040-01-01T00:00:00Z"),
    noInvalidDate: true,
  });
  assert(
    property(constantFrom(...withdrawalCountries), instants, ([country, { zone, holidays }], paidAt) => {
      const window = withdrawalWindow(country, paidAt);
      if (!window) throw new Error(`${country} has no window`);
      const isWorking = (day: string) =>
        ![0, 6].includes(parseCivilDate(day).getUTCDay()) &&
        !publicHolidays(holidays, Number(day.slice(0, 4))).has(day);
      let day = daysLater(parseCivilDate(civilDateIn(paidAt, zone)), 14);
      while (!isWorking(day.toISOString().slice(0, 10))) day = daysLater(day, 1);
      expect(window.lastDay).toBe(day.toISOString().slice(0, 10));
      expect(civilDateIn(new Date(window.endsAt.getTime() - 1), zone)).toBe(window.lastDay);
      expect(civilDateIn(window.endsAt, zone)).toBe(daysLater(day, 1).toISOString().slice(0, 10));
      expect(window.endsAt.getTime() - paidAt.getTime()).toBeLessThan(90 * 86_400_000);
    }),
    { numRuns: 500 },
  );
});
