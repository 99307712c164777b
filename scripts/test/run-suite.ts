import { spawn } from "node:child_process";
import { join } from "node:path";
import { readReport, type Tally, tallyOf } from "./tally.ts";

export type Suites = { root: string; reportDirectory: string };

/** Runs vitest on every file, or on those whose path holds `filter`, and counts what its report says. */
export function runVitest(suites: Suites, name: string, filter: string[], env: NodeJS.ProcessEnv = {}): Promise<Tally> {
  const report = join(suites.reportDirectory, `${name}.json`);
  const flags = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return runSuite(suites.root, ["pnpm", "exec", "vitest", "run", ...flags, ...filter], report, env);
}

/** Runs the journeys. They write a report of vitest's form to the file named by TEST_REPORT. */
export function runJourneys(suites: Suites, chromium: string): Promise<Tally> {
  const report = join(suites.reportDirectory, "journeys.json");
  const env = { CHROMIUM_PATH: chromium, TEST_REPORT: report };
  return runSuite(suites.root, ["pnpm", "--filter", "@covenant/e2e", "test"], report, env);
}

async function runSuite(root: string, [program = "", ...args]: string[], report: string, env: NodeJS.ProcessEnv) {
  const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: "inherit" });
  const code = await new Promise<number>((ended, failed) => {
    child.once("error", failed).once("close", (exitCode) => ended(exitCode ?? 1));
  });
  return tallyOf(readReport(report), code);
}
