import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runSteps, table } from "./check/run-steps.ts";
import { generate, walls } from "./check/steps.ts";
import { findChromium, findProgram } from "./test/find-program.ts";
import { withRedis } from "./test/redis-server.ts";
import { runJourneys, runVitest } from "./test/run-suite.ts";
import { sum, type Tally } from "./test/tally.ts";

// `npm test`: every wall, then every suite on real PostgreSQL. The last line is for machines: `N passed, N failed`.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const suites = { root, reportDirectory: join(root, ".data", "reports") };
rmSync(suites.reportDirectory, { recursive: true, force: true });
mkdirSync(suites.reportDirectory, { recursive: true });

// A Ctrl-C reaches every suite by itself; this program only stops going on to the next one.
let isInterrupted = false;
process.on("SIGINT", () => {
  isInterrupted = true;
});

const none: Tally = { passed: 0, failed: 0, failures: [] };
const parts = [checkWalls, testOnPostgres, testWhatWaits];
const tallies: Tally[] = [];
for (const part of parts) if (!isInterrupted) tallies.push(await part());
if (isInterrupted) tallies.push({ passed: 0, failed: 1, failures: ["Interrupted."] });

const { passed, failed, failures } = sum(tallies);
for (const failure of failures) console.log(`\n${failure}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function checkWalls(): Promise<Tally> {
  const verdicts = [...(await runSteps(root, [generate])), ...(await runSteps(root, walls))];
  console.log(`\n${table(verdicts)}\n`);
  const broken = verdicts.filter(({ holds }) => !holds).map(({ name }) => `The wall "${name}" does not hold.`);
  return { passed: verdicts.length - broken.length, failed: broken.length, failures: broken };
}

function testOnPostgres(): Promise<Tally> {
  return runVitest(suites, "postgres", []);
}

/** Both wait more than they work, so they go beside each other. */
async function testWhatWaits(): Promise<Tally> {
  return sum(await Promise.all([testQueueOnRedis(), testInBrowser()]));
}

/** The queue's promises hold on both of its backends: files named `*.queue.test.ts` run once more with REDIS_URL. */
async function testQueueOnRedis(): Promise<Tally> {
  const program = findProgram(["redis-server", "valkey-server"]);
  if (!program) return skip("No redis-server is installed: the queue was tested on PostgreSQL only.");
  return withRedis(program, (url) =>
    runVitest(suites, "redis", [".queue.test.", "--passWithNoTests"], { REDIS_URL: url }),
  );
}

async function testInBrowser(): Promise<Tally> {
  const chromium = findChromium();
  if (!chromium) return skip("No Chromium was found (CHROMIUM_PATH names one): the journeys were not run.");
  const { scripts } = JSON.parse(readFileSync(join(root, "e2e", "package.json"), "utf8"));
  if (!scripts.test) return skip("There are no journeys yet.");
  return runJourneys(suites, chromium);
}

function skip(notice: string): Tally {
  console.log(`\nNotice: ${notice}\n`);
  return none;
}
