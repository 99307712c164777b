import { expect, it } from "vitest";
import { sum, tallyOf } from "./tally.ts";

const passing = { fullName: "adds up", status: "passed", failureMessages: [] as string[] };
const failing = { fullName: "takes away", status: "failed", failureMessages: ["expected 1 to be 2\n  at sum"] };

const file = (status: string, assertionResults: (typeof passing)[], message = "") => ({
  name: "books.test.ts",
  status,
  message,
  assertionResults,
});

it("counts the tests of a report, and says what failed and why", () => {
  const testResults = [file("failed", [passing, failing]), file("passed", [passing, passing])];
  expect(tallyOf({ numPassedTests: 3, numFailedTests: 1, testResults }, 1)).toEqual({
    passed: 3,
    failed: 1,
    failures: ["books.test.ts: takes away\n    expected 1 to be 2\n      at sum"],
  });
});

it("counts a file that could not be loaded", () => {
  const testResults = [file("failed", [], "no such module"), file("passed", [passing])];
  expect(tallyOf({ numPassedTests: 1, numFailedTests: 0, testResults }, 1)).toEqual({
    passed: 1,
    failed: 1,
    failures: ["books.test.ts\n    no such module"],
  });
});

it("never tells of no failure when the run failed", () => {
  expect(tallyOf({ numPassedTests: 3, numFailedTests: 0, testResults: [] }, 1)).toMatchObject({ passed: 3, failed: 1 });
  expect(tallyOf(null, 1)).toMatchObject({ passed: 0, failed: 1 });
});

it("adds up the suites", () => {
  expect(
    sum([
      { passed: 1, failed: 2, failures: ["a", "b"] },
      { passed: 3, failed: 1, failures: ["c"] },
    ]),
  ).toEqual({ passed: 4, failed: 3, failures: ["a", "b", "c"] });
});
