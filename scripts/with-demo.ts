import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PostgresFault } from "@covenant/postgres";
import { StartFault } from "./start/announce.ts";
import { assertDatabaseAnswers } from "./start/assert-database-answers.ts";
import { databaseAddresses, startDatabase } from "./start/database.ts";
import { demoEnvironment } from "./start/environment.ts";
import { migrateDemo } from "./start/migrate-demo.ts";
import { assertPortsFree, readPorts } from "./start/ports.ts";
import { refuseProduction } from "./start/refuse-production.ts";
import { endLeftovers, findRun, RunRecord } from "./start/run-record.ts";
import { readSecrets } from "./start/secrets.ts";

// Runs one of the product's commands: on DATABASE_URL when that is set, else on the demo, whose database is started for
// it when the demo is not running. `with-demo apps/api/bin/seed.ts everyday`
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const data = join(root, ".data");
const recordFile = join(data, "run.json");
const command = process.argv.slice(2);

try {
  process.exitCode = process.env.DATABASE_URL ? await runOn(process.env.DATABASE_URL) : await runOnDemo();
} catch (error) {
  if (!(error instanceof StartFault || error instanceof PostgresFault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function runOn(url: string): Promise<number> {
  if (!URL.canParse(url)) {
    throw new StartFault("DATABASE_URL is no address: write it as postgresql://role:password@host:5432/database.");
  }
  await assertDatabaseAnswers(url, "The database of DATABASE_URL", "start it, or unset DATABASE_URL to use the demo");
  return run(process.env);
}

function runOnDemo(): Promise<number> {
  refuseProduction(process.env);
  mkdirSync(join(data, "logs"), { recursive: true });
  const demo = findRun(recordFile);
  return demo ? runBeside(demo) : runAlone();
}

/** The demo listens where its record says, whatever this command's environment says. */
async function runBeside({ processId, ports: recorded }: NonNullable<ReturnType<typeof findRun>>): Promise<number> {
  const ports = recorded ?? readPorts(process.env);
  const secrets = readSecrets(join(data, "secrets.json"), join(data, "postgres"));
  const addresses = databaseAddresses(ports.POSTGRES_PORT, secrets);
  const name = `The demo runs (process ${processId}), but its database`;
  await assertDatabaseAnswers(addresses.url, name, "wait until it has started, or see .data/logs/postgres.log");
  return run(demoEnvironment(process.env, ports, secrets, addresses));
}

async function runAlone(): Promise<number> {
  const ports = readPorts(process.env);
  await endLeftovers(recordFile);
  await assertPortsFree({ POSTGRES_PORT: ports.POSTGRES_PORT });
  const secrets = readSecrets(join(data, "secrets.json"), join(data, "postgres"));
  console.error("The demo is not running: its database is started for this command.");
  const record = new RunRecord(recordFile, ports);
  try {
    const database = await startDatabase(data, ports.POSTGRES_PORT, secrets);
    record.add("postgres", database.server.processId);
    try {
      await migrateDemo(database, secrets);
      return await run(demoEnvironment(process.env, ports, secrets, database));
    } finally {
      await database.server.stop();
    }
  } finally {
    record.remove();
  }
}

function run(env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, ["--import", "tsx", ...command], { cwd: root, env, stdio: "inherit" });
  // The command decides when it is over, so that a database started for it is stopped after it.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  return new Promise((ended, failed) => {
    child.once("error", failed).once("exit", (code) => ended(code ?? 1));
  });
}
