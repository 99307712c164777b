import { expect, it } from "vitest";
import { firstRenewalFrom } from "./first-renewal.ts";

const at = (day: string) => new Date(`${day}T09:30:00Z`);
const renewal = (interval: "month" | "year", from: string, to: string, after: string) =>
  firstRenewalFrom({ interval, periodStart: at(from), periodEnd: at(to) }, at(after))
    .toISOString()
    .slice(0, 10);

it.each([
  ["month", "2026-11-05", "2026-12-05", "2026-11-20", "2026-12-05"],
  ["month", "2026-11-05", "2026-12-05", "2026-12-05", "2026-12-05"],
  ["month", "2026-11-05", "2026-12-05", "2026-12-06", "2027-01-05"],
  ["month", "2027-01-31", "2027-02-28", "2027-03-01", "2027-03-31"],
  ["month", "2027-02-28", "2027-03-31", "2027-04-01", "2027-04-30"],
  ["month", "2027-02-28", "2027-03-28", "2027-04-01", "2027-04-28"],
  ["year", "2024-02-29", "2025-02-28", "2027-06-01", "2028-02-29"],
] as const)("of a %s begun on %s and ending on %s, from %s on, is %s's", (interval, from, to, after, expected) => {
  expect(renewal(interval, from, to, after)).toBe(expected);
});
