import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

/** How many tests passed and failed, and a paragraph for each that failed. */
export type Tally = { passed: number; failed: number; failures: string[] };

/** The part of vitest's JSON report that is counted here. */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: FileReport[];
};

type FileReport = {
  name: string;
  status: string;
  message: string;
  assertionResults: { fullName: string; status: string; failureMessages?: string[] | null }[];
};

/**
 * Counts a suite by its report. A file that could not even be loaded is one failure, and so is a run that failed
 * without naming a test, or left no report.
 */
export function tallyOf(report: Report | null, exitCode: number): Tally {
  const passed = report?.numPassedTests ?? (exitCode === 0 ? 1 : 0);
  const unloaded = report?.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  const failed = (report?.numFailedTests ?? 0) + (unloaded?.length ?? 0);
  const failures = report?.testResults.flatMap(failuresOf) ?? [];
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed, failures };
}

/** What failed in a file and why, in a few lines each: the end of a long log is what gets read. */
function failuresOf({ name, status, message, assertionResults }: FileReport): string[] {
  if (status === "failed" && assertionResults.length === 0) return [`${name}\n${firstLines(message)}`];
  return assertionResults
    .filter((test) => test.status === "failed")
    .map((test) => `${name}: ${test.fullName}\n${firstLines(test.failureMessages?.join("\n") ?? "")}`);
}

function firstLines(message: string): string {
  const lines = stripVTControlCharacters(message).split("\n").slice(0, 6);
  return lines.map((line) => `    ${line.slice(0, 300)}`).join("\n");
}

/** Reads a report; `null` when the suite wrote none. */
export function readReport(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

export function sum(tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
    failures: tallies.flatMap(({ failures }) => failures),
  };
}
