import { expect, it } from "vitest";
import { readRange } from "./read-range.ts";

it.each([
  [undefined, null],
  ["bytes=0-0", { from: 0, to: 0 }],
  ["bytes=0-", { from: 0, to: 99 }],
  ["bytes=90-500", { from: 90, to: 99 }],
  ["bytes=-10", { from: 90, to: 99 }],
  ["bytes=-500", { from: 0, to: 99 }],
  ["bytes=100-", "outside"],
  ["bytes=-0", "outside"],
  ["bytes=5-4", null],
  ["bytes=-", null],
  ["bytes=0-1,5-6", null],
  ["items=0-1", null],
  ["bytes=a-b", null],
] as const)("reads %j of a hundred bytes as %j", (header, wanted) => {
  expect(readRange(header, 100)).toEqual(wanted);
});
