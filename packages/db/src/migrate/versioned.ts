import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type pg from "pg";

const folder = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

export type Migration = { name: string; sql: string; checksum: string };

/** The migration folders in their order, with the checksum Prisma itself would write. */
export function migrations(): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(`${folder}/${name}/migration.sql`, "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/** Prisma's own table, so that its tools read our history as theirs. */
const history = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
    migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

/** The database was made by a version whose migrations are not the ones of this checkout. */
export class OtherVersion extends Error {
  override readonly name = "OtherVersion";
}

/** Applies each folder once, each in its own transaction. A folder edited after it was applied is an error. */
export async function applyVersioned(client: pg.Client, log: (line: string) => void): Promise<void> {
  await client.query(history);
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL",
  );
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  for (const migration of migrations()) {
    const earlier = applied.get(migration.name);
    if (earlier === migration.checksum) continue;
    if (earlier !== undefined) throw new OtherVersion(`Migration ${migration.name} was edited after it was applied.`);
    await applyOne(client, migration);
    log(`applied ${migration.name}`);
  }
}

async function applyOne(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES ($1, $2, now(), $3, 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`Migration ${name} failed; nothing of it was kept.`, { cause: error });
  }
}

/** The names of folders not yet applied: a server with any is not ready. */
export async function pendingMigrations(
  query: (sql: string) => Promise<{ migration_name: string }[]>,
): Promise<string[]> {
  const rows = await query("SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL");
  const applied = new Set(rows.map((row) => row.migration_name));
  return migrations()
    .map((migration) => migration.name)
    .filter((name) => !applied.has(name));
}
