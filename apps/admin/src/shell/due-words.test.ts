import { expect, it } from "vitest";
import { dueWords } from "./due-words.ts";

const now = Date.parse("2026-11-21T12:00:00.000Z");

it.each([
  ["2026-11-24T12:00:00.000Z", { text: "3 days left", tone: "neutral" }],
  ["2026-11-23T11:00:00.000Z", { text: "47 h left", tone: "neutral" }],
  ["2026-11-21T20:00:00.000Z", { text: "8 h left", tone: "neutral" }],
  ["2026-11-21T19:59:59.999Z", { text: "7 h left", tone: "warn" }],
  ["2026-11-21T12:00:59.000Z", { text: "0 min left", tone: "warn" }],
  ["2026-11-21T11:59:59.999Z", { text: "Overdue by 0 min", tone: "bad" }],
  ["2026-11-19T11:00:00.000Z", { text: "Overdue by 2 days", tone: "bad" }],
])("says of %s at noon of the 21st what is left, rounded down", (dueAt, words) => {
  expect(dueWords(dueAt, now)).toEqual(words);
});
