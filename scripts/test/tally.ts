import { readFileSync } from "node:fs";

export type Tally = { passed: number; failed: number };

/** The part of vitest's JSON report that is counted here. */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/**
 * Counts a suite by its report. A file that could not even be loaded is one failure, and so is a run that failed
 * without naming a test, or left no report.
 */
export function tallyOf(report: Report | null, exitCode: number): Tally {
  const passed = report?.numPassedTests ?? (exitCode === 0 ? 1 : 0);
  const unloaded = report?.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  const failed = (report?.numFailedTests ?? 0) + (unloaded?.length ?? 0);
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
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
  };
}
