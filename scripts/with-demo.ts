import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { migrate } from "@covenant/db/migrate";
import { PostgresFault } from "@covenant/postgres";
import { StartFault } from "./start/announce.ts";
import { databaseAddresses, startDatabase } from "./start/database.ts";
import { demoEnvironment } from "./start/environment.ts";
import { readPorts } from "./start/ports.ts";
import { refuseProduction } from "./start/refuse-production.ts";
import { isRunning } from "./start/run-record.ts";
import { readSecrets } from "./start/secrets.ts";

// Runs one of the product's commands: on DATABASE_URL when that is set, else on the demo, started for it when it is not
// running. `with-demo apps/api/bin/seed.ts everyday`
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const data = join(root, ".data");
const command = process.argv.slice(2);

try {
  process.exitCode = process.env.DATABASE_URL ? await run(process.env) : await runOnDemo();
} catch (error) {
  if (!(error instanceof StartFault || error instanceof PostgresFault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function runOnDemo(): Promise<number> {
  refuseProduction(process.env);
  const ports = readPorts(process.env);
  mkdirSync(join(data, "logs"), { recursive: true });
  const secrets = readSecrets(join(data, "secrets.json"), join(data, "postgres"));
  if (isRunning(join(data, "run.json"))) {
    return run(demoEnvironment(process.env, ports, secrets, databaseAddresses(ports.POSTGRES_PORT, secrets)));
  }
  const database = await startDatabase(data, ports.POSTGRES_PORT, secrets);
  try {
    const { appPassword, keysPassword } = secrets;
    await migrate({ ownerUrl: database.ownerUrl, appPassword, keysPassword });
    return await run(demoEnvironment(process.env, ports, secrets, database));
  } finally {
    await database.server.stop();
  }
}

function run(env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, ["--import", "tsx", ...command], { cwd: root, env, stdio: "inherit" });
  return new Promise((ended, failed) => {
    child.once("error", failed).once("exit", (code) => ended(code ?? 1));
  });
}
