import { randomBytes, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  freePort,
  type PostgresOptions,
  type PostgresServer,
  startPostgres,
  stopLeftoverServer,
} from "@covenant/postgres";
import pg from "pg";

const prefix = "covenant-test-";
const template = "covenant_template";

/** What a test process needs to make itself a database; plain text, so that it can cross to vitest's workers. */
export type ClusterAddress = { adminUrl: string; ownerPassword: string; appPassword: string; keysPassword: string };

/** Brings an empty database to the product's schema. Given by the caller: packages/db is tested with this kit. */
export type Migrate = (options: { ownerUrl: string; appPassword: string; keysPassword: string }) => Promise<void>;

export type Cluster = {
  address: ClusterAddress;
  /** Kills every process of the server at once, and starts it again on what is on its disk. */
  crash(): Promise<void>;
  stop(): Promise<void>;
};

export type ClusterOptions = {
  log?: (line: string) => void;
  /** True to have what was committed outlive a crash. Slower; see `startPostgres`. */
  durable?: boolean;
};

/** Addresses of one database, for the three roles that the product connects as. */
export type DatabaseUrls = { url: string; ownerUrl: string; keysUrl: string };

/**
 * Starts a throw-away PostgreSQL on a free port with one migrated template database. The folder carries this process'
 * id, by which the next run finds and removes what a killed run left.
 */
export async function startCluster(migrate: Migrate, options: ClusterOptions = {}): Promise<Cluster> {
  await sweepLeftovers();
  const folder = join(tmpdir(), `${prefix}${process.pid}-${randomUUID().slice(0, 8)}`);
  mkdirSync(folder, { mode: 0o755 });
  const secret = () => randomBytes(12).toString("hex");
  const settings = { durable: false, password: secret(), directory: join(folder, "data"), ...options };
  let server = await startOnFreePort(settings);
  const crash = async () => {
    await killEveryProcess(server);
    server = await startPostgres({ ...settings, port: server.port });
  };
  const stop = async () => {
    await server.stop();
    rmSync(server.directory, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  };
  const address = {
    adminUrl: server.url("postgres"),
    ownerPassword: secret(),
    appPassword: secret(),
    keysPassword: secret(),
  };
  try {
    await createTemplate(address, migrate);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, crash, stop };
}

/** Copies the migrated template into a new database; about 0.1 s. */
export async function createDatabase(address: ClusterAddress): Promise<DatabaseUrls & { drop(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await administer(address, `CREATE DATABASE ${name} TEMPLATE ${template} OWNER covenant_owner`);
  return { ...urlsOf(address, name), drop: () => administer(address, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function createTemplate(address: ClusterAddress, migrate: Migrate) {
  // As in production: the owner may create roles and databases, and is not a superuser.
  await administer(
    address,
    `CREATE ROLE covenant_owner LOGIN CREATEROLE CREATEDB PASSWORD '${address.ownerPassword}'`,
    `CREATE DATABASE ${template} OWNER covenant_owner`,
  );
  const { ownerUrl } = urlsOf(address, template);
  await migrate({ ownerUrl, appPassword: address.appPassword, keysPassword: address.keysPassword });
  await administer(address, `ALTER DATABASE ${template} WITH ALLOW_CONNECTIONS false`);
}

async function administer({ adminUrl }: ClusterAddress, ...statements: string[]) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function urlsOf(address: ClusterAddress, database: string): DatabaseUrls {
  const as = (role: string, password: string) => {
    const url = new URL(address.adminUrl);
    Object.assign(url, { username: role, password, pathname: `/${database}` });
    return url.href;
  };
  return {
    url: as("covenant_app", address.appPassword),
    ownerUrl: as("covenant_owner", address.ownerPassword),
    keysUrl: as("covenant_keys", address.keysPassword),
  };
}

/** Another program may take the port between the look and the start, hence the second and third try. */
async function startOnFreePort(settings: Omit<PostgresOptions, "port">): Promise<PostgresServer> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    try {
      return await startPostgres({ ...settings, port });
    } catch (error) {
      const isTaken = error instanceof Error && error.message.includes("another program holds it");
      if (!isTaken || attempt === 3) throw error;
    }
  }
}

/** The server's own process first, which would otherwise see the others die and begin to recover. */
async function killEveryProcess(server: PostgresServer): Promise<void> {
  const client = new pg.Client({ connectionString: server.url("postgres") });
  await client.connect();
  client.on("error", () => {}); // Its session is among those that are killed.
  const { rows } = await client.query<{ pid: number }>("SELECT pid FROM pg_stat_activity");
  process.kill(server.processId, "SIGKILL");
  for (const { pid } of rows) {
    if (isAlive(pid)) process.kill(pid, "SIGKILL");
  }
  await server.ended;
}

async function sweepLeftovers() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const owner = Number(name.slice(prefix.length).split("-")[0]);
    if (isAlive(owner)) continue;
    const folder = join(tmpdir(), name);
    await stopLeftoverServer(join(folder, "data")).catch(() => null); // Another user's leftovers are theirs to sweep.
    rmSync(folder, { recursive: true, force: true });
  }
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
