import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type pg from "pg";

/** Folders of files that replace what they define: the ledger's functions first, then what roles may do. */
const folders = ["../ledger/kernel", "../../sql"].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/**
 * Re-applies every repeatable file, in one transaction, when the text of any of them changed, or a migration has run since:
 * what it added, nobody has a right to yet.
 */
export async function applyRepeatable(client: pg.Client, log: (line: string) => void): Promise<void> {
  const files = folders.filter((folder) => existsSync(folder)).flatMap(filesOf);
  const migrations = await client.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1",
  );
  const checksum = createHash("sha256")
    .update([...files.map(({ sql }) => sql), ...migrations.rows.map(({ name }) => name)].join("\0"))
    .digest("hex");
  await client.query("CREATE SCHEMA IF NOT EXISTS migration");
  await client.query(
    "CREATE TABLE IF NOT EXISTS migration.repeatable (checksum text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())",
  );
  const { rowCount } = await client.query(
    "SELECT 1 FROM (SELECT checksum FROM migration.repeatable ORDER BY applied_at DESC LIMIT 1) AS last WHERE checksum = $1",
    [checksum],
  );
  if (rowCount === 1) return;
  await client.query("BEGIN");
  for (const { path, sql } of files) {
    await client.query(sql).catch((cause: unknown) => {
      throw new Error(`${path} could not be applied.`, { cause });
    });
  }
  await client.query(
    "INSERT INTO migration.repeatable (checksum) VALUES ($1) ON CONFLICT (checksum) DO UPDATE SET applied_at = clock_timestamp()",
    [checksum],
  );
  await client.query("COMMIT");
  log(`applied ${files.length} repeatable files`);
}

function filesOf(folder: string) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => ({ path: `${folder}/${name}`, sql: readFileSync(`${folder}/${name}`, "utf8") }));
}
