import { expect, it } from "vitest";
import { cellOf } from "./statement-csv.ts";

it.each([
  ["plain", "plain"],
  [12, "12"],
  [-12, "-12"],
  [null, ""],
  ["=1+1", "'=1+1"],
  ["+1", "'+1"],
  ["-1", "'-1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tx", "'\tx"],
  ['say "hi", now', '"say ""hi"", now"'],
  ['=cmd|"/c calc"', `"'=cmd|""/c calc"""`],
  ["two\nlines", '"two\nlines"'],
] as const)("writes %j so that no sheet reads a formula and no reader a new cell", (cell, written) => {
  expect(cellOf(cell)).toBe(written);
});
