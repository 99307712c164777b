import { spawn } from "node:child_process";
import { join } from "node:path";
import { readReport, type Tally, tallyOf } from "./tally.ts";

export type Suites = { root: string; reportDirectory: string };

/** Runs vitest on every file, or on those whose path holds a `filter`, and counts what its report says. */
export function runVitest(
  suites: Suites,
  name: string,
  filters: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Tally> {
  return runSuite(suites, name, ["pnpm", "exec", "vitest", "run", ...filters], env);
}

/** Runs the journeys in the browser at this path. */
export function runJourneys(suites: Suites, chromium: string): Promise<Tally> {
  return runSuite(suites, "journeys", ["pnpm", "--filter", "@covenant/e2e", "run", "test"], {
    CHROMIUM_PATH: chromium,
  });
}

async function runSuite({ root, reportDirectory }: Suites, name: string, command: string[], env: NodeJS.ProcessEnv) {
  const report = join(reportDirectory, `${name}.json`);
  const [program = "", ...args] = [...command, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: "inherit" });
  const code = await new Promise<number>((ended, failed) => {
    child.once("error", failed).once("close", (exitCode) => ended(exitCode ?? 1));
  });
  return tallyOf(readReport(report), code);
}
