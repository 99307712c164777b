import pg from "pg";
import { migrateQueue } from "./migrate-queue.ts";
import { prepareRoles } from "./prepare-roles.ts";
import { applyRepeatable } from "./repeatable.ts";
import { applyVersioned } from "./versioned.ts";

export { OtherVersion } from "./versioned.ts";

export type MigrateOptions = {
  /** A connection that may create roles and schemas. Development and production use the same runner. */
  ownerUrl: string;
  /** Passwords the two login roles get; null leaves roles to the operator. */
  appPassword: string | null;
  keysPassword: string | null;
  log?: (line: string) => void;
};

/** Any fixed number: whoever migrates this database takes this lock first. */
const migrationLock = 4_432_001;

/**
 * Brings a database to this version: roles, the migration folders Prisma lays out (each once), the queue's own schema,
 * and the repeatable files (functions and grants) when their text or the folders changed. Safe to run twice and from two machines at once.
 */
export async function migrate({ ownerUrl, appPassword, keysPassword, log = () => {} }: MigrateOptions): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    await prepareRoles(client, { covenant_app: appPassword, covenant_keys: keysPassword });
    await applyVersioned(client, log);
    await migrateQueue(client);
    await applyRepeatable(client, log);
  } finally {
    await client.end();
  }
}
