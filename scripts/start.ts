import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PostgresFault } from "@covenant/postgres";
import { StartFault, say, step } from "./start/announce.ts";
import { buildApps, generateClient } from "./start/build-apps.ts";
import { demoEnvironment } from "./start/environment.ts";
import { type KeptDatabase, keepDatabase } from "./start/keep-database.ts";
import { migrateDemo } from "./start/migrate-demo.ts";
import { assertPortsFree, readPorts } from "./start/ports.ts";
import { refuseProduction } from "./start/refuse-production.ts";
import { endLeftovers, RunRecord } from "./start/run-record.ts";
import { runServices } from "./start/run-services.ts";
import { readSecrets } from "./start/secrets.ts";
import { seedOnce } from "./start/seed-once.ts";
import { services } from "./start/service.ts";
import { stopRequest } from "./start/stop-on-signal.ts";
import { stopping } from "./start/stopping.ts";
import { Supervisor } from "./start/supervisor.ts";
import { welcome } from "./start/welcome.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const data = join(root, ".data");
/** `pnpm dev`: the apps are served from their sources, so nothing is built. */
const reload = process.argv.includes("--reload");
const recordFile = join(data, "run.json");

/** What has been started so far, in the order it must be stopped. */
const started: { supervisor?: Supervisor; database?: KeptDatabase; record?: RunRecord } = {};

const stop = stopRequest(endNow);
process.on("exit", endNow);

const starting = start();
try {
  await Promise.race([starting, stop]);
  await stop;
  say("\nStopping …");
} catch (error) {
  if (!(error instanceof StartFault || error instanceof PostgresFault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  stopping.abort();
  await starting.catch(() => {}); // Given up half-way, it must have let go of everything before it is ended.
  await endInOrder();
}
process.exit();

async function start() {
  refuseProduction(process.env);
  const ports = readPorts(process.env);
  mkdirSync(join(data, "logs"), { recursive: true });
  await endLeftovers(recordFile);
  await assertPortsFree(ports);
  const secrets = readSecrets(join(data, "secrets.json"), join(data, "postgres"));
  const record = new RunRecord(recordFile, ports);
  started.record = record;

  say("Covenant starts.");
  const place = { directory: data, port: ports.POSTGRES_PORT, secrets, record };
  started.database = await step("PostgreSQL", () => keepDatabase(place));
  const { addresses } = started.database;
  await Promise.all([
    step("migrations", () => migrateDemo(addresses, secrets)),
    (reload ? generateClient : buildApps)(root, data),
  ]);
  const environment = demoEnvironment(process.env, ports, secrets, addresses);
  started.supervisor = new Supervisor({ root, logDirectory: join(data, "logs"), environment, record });
  const seed = () => seedOnce(root, addresses.ownerUrl, environment);
  await runServices(started.supervisor, services(ports, reload), seed);
  welcome(ports, join(data, "demo-sign-ins.json"));
}

/** The database last: the others finish their transactions first. */
async function endInOrder() {
  await started.supervisor?.stop();
  await started.database?.stop();
  started.record?.remove();
}

/** For the second Ctrl-C and for a crash of this program: nothing it started outlives it. */
function endNow() {
  started.supervisor?.kill();
  started.database?.kill();
}
