import { expect, it } from "vitest";
import { sum, tallyOf } from "./tally.ts";

const file = (status: string, tests: number) => ({
  status,
  assertionResults: Array.from({ length: tests }, () => ({})),
});

it("counts the tests of a report", () => {
  const report = { numPassedTests: 3, numFailedTests: 1, testResults: [file("failed", 2), file("passed", 2)] };
  expect(tallyOf(report, 1)).toEqual({ passed: 3, failed: 1 });
});

it("counts a file that could not be loaded", () => {
  const report = { numPassedTests: 3, numFailedTests: 0, testResults: [file("failed", 0), file("passed", 3)] };
  expect(tallyOf(report, 1)).toEqual({ passed: 3, failed: 1 });
});

it("never tells of no failure when the run failed", () => {
  expect(tallyOf({ numPassedTests: 3, numFailedTests: 0, testResults: [] }, 1)).toEqual({ passed: 3, failed: 1 });
  expect(tallyOf(null, 1)).toEqual({ passed: 0, failed: 1 });
});

it("adds up the suites", () => {
  expect(
    sum([
      { passed: 1, failed: 2 },
      { passed: 3, failed: 4 },
    ]),
  ).toEqual({ passed: 4, failed: 6 });
});
