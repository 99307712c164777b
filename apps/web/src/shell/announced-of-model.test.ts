import { expect, it } from "vitest";
import { announcedOf } from "./announced-of-model.ts";

it("says a coming price and a last day, each with its date and what follows", () => {
  const coming = { credits: 6, from: "2026-12-21T12:00:00Z" };
  expect(announcedOf({ coming: null, sunset: null })).toEqual([]);
  expect(announcedOf({ coming, sunset: { on: "2027-01-05", successor: "Z-Image" } })).toEqual([
    "6 credits from 21 December 2026.",
    "No longer offered from 5 January 2027; Z-Image follows.",
  ]);
  expect(announcedOf({ coming: null, sunset: { on: "2027-01-05", successor: null } })).toEqual([
    "No longer offered from 5 January 2027.",
  ]);
});
