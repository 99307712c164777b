import { join } from "node:path";
import { type PostgresServer, startPostgres } from "@covenant/postgres";
import pg from "pg";
import { say } from "./announce.ts";
import type { DatabaseAddresses } from "./environment.ts";
import type { Secrets } from "./secrets.ts";

const database = "covenant";
const owner = "covenant_owner";

export type DemoDatabase = DatabaseAddresses & { server: PostgresServer };

/** Starts PostgreSQL on the demo's data and makes the database and its owner, when they are not there yet. */
export async function startDatabase(dataDirectory: string, port: number, secrets: Secrets): Promise<DemoDatabase> {
  const server = await startServer(dataDirectory, port, secrets);
  try {
    await createDatabase(server, secrets.ownerPassword);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { server, ...databaseAddresses(port, secrets) };
}

/** Starts PostgreSQL on data that hold the demo's database already. */
export function startServer(dataDirectory: string, port: number, secrets: Secrets): Promise<PostgresServer> {
  return startPostgres({
    directory: join(dataDirectory, "postgres"),
    port,
    durable: true,
    password: secrets.postgresPassword,
    logFile: join(dataDirectory, "logs", "postgres.log"),
    log: say,
  });
}

/** Where the demo's database is, for each of the three roles that the product connects as. */
export function databaseAddresses(port: number, secrets: Secrets): DatabaseAddresses {
  const url = (role: string, password: string) => `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
  return {
    url: url("covenant_app", secrets.appPassword),
    ownerUrl: url(owner, secrets.ownerPassword),
    keysUrl: url("covenant_keys", secrets.keysPassword),
  };
}

/** The owner may create roles and databases and is not a superuser, as with a managed PostgreSQL in production. */
async function createDatabase(server: PostgresServer, ownerPassword: string) {
  const client = new pg.Client({ connectionString: server.url("postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    if (rowCount) return;
    await client.query(`DROP ROLE IF EXISTS ${owner}`);
    await client.query(
      `CREATE ROLE ${owner} LOGIN CREATEROLE CREATEDB PASSWORD ${client.escapeLiteral(ownerPassword)}`,
    );
    await client.query(`CREATE DATABASE ${database} OWNER ${owner}`);
  } finally {
    await client.end();
  }
}
