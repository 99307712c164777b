import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { migrate } from "@covenant/db/migrate";
import { buildApps } from "@covenant/scripts/start/build-apps.ts";
import { demoEnvironment } from "@covenant/scripts/start/environment.ts";
import { endLeftovers, RunRecord } from "@covenant/scripts/start/run-record.ts";
import { runServices } from "@covenant/scripts/start/run-services.ts";
import { readSecrets } from "@covenant/scripts/start/secrets.ts";
import { seedOnce } from "@covenant/scripts/start/seed-once.ts";
import { services } from "@covenant/scripts/start/service.ts";
import { Supervisor } from "@covenant/scripts/start/supervisor.ts";
import { freePorts } from "./free-ports.ts";
import type { InstallationFacts } from "./installation.ts";
import { type KeptDatabase, keepDatabase } from "./keep-database.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const home = join(root, ".data", "e2e");
const runFile = join(home, "run.json");

/** Twice as fast as the world: quick, and still slow enough for a person, or a journey, to see each stage. */
const sandboxSpeed = "2";

/** An operator's own setting, and longer than usual: each stage that is found by asking is seen, also by a page that is slow. */
const readEveryMs = "3000";

export type RunningInstallation = { facts: InstallationFacts; stop(): Promise<void> };

/**
 * Starts a whole installation of its own with the pieces of `npm start`: a fresh PostgreSQL, the demo's seed, and every
 * process on a free port. Nothing of it outlives `stop`, and what a killed run left is ended first.
 */
export async function startInstallation(): Promise<RunningInstallation> {
  mkdirSync(join(home, "logs"), { recursive: true });
  await endLeftovers(runFile);
  const directory = mkdtempSync(join(tmpdir(), "covenant-e2e-"));
  chmodSync(directory, 0o755); // PostgreSQL may run as another user, who must be able to enter.
  mkdirSync(join(directory, "logs"));
  const record = new RunRecord(runFile);
  const secrets = readSecrets(join(directory, "secrets.json"), join(directory, "postgres"));
  const ports = await freePorts();
  const database = await keepDatabase({ directory, port: ports.POSTGRES_PORT, secrets, record });
  const { ownerUrl, url } = database.addresses;
  const environment = {
    ...demoEnvironment(process.env, ports, secrets, database.addresses),
    DATA_DIRECTORY: directory,
    SANDBOX_SPEED: sandboxSpeed,
    ATTEMPT_READ_EVERY_MS: readEveryMs,
  };
  const supervisor = new Supervisor({ root, logDirectory: join(home, "logs"), environment, record });
  const stop = () => endAll({ supervisor, database, record, directory });
  try {
    await migrate({ ownerUrl, appPassword: secrets.appPassword, keysPassword: secrets.keysPassword });
    await buildApps(root, join(root, ".data"));
    await runServices(supervisor, services(ports), () => seedOnce(root, ownerUrl, environment));
  } catch (error) {
    await stop();
    throw error;
  }
  const signIns = JSON.parse(readFileSync(join(directory, "demo-sign-ins.json"), "utf8"));
  return { facts: { root, ports, directory, runFile, ownerUrl, databaseUrl: url, environment, signIns }, stop };
}

type Parts = { supervisor: Supervisor; database: KeptDatabase; record: RunRecord; directory: string };

/** The database last: the others finish their transactions first. */
async function endAll({ supervisor, database, record, directory }: Parts): Promise<void> {
  await supervisor.stop();
  await database.stop();
  record.remove();
  rmSync(directory, { recursive: true, force: true });
}
