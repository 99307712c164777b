import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DatabaseUrls } from "@covenant/test-kit/cluster";
import pg from "pg";
import { runIn } from "./prepare.ts";
import { type Work, wallets } from "./work.ts";

/** A copy of https://github.com/pgr0ss/pgledger, which this repository has none of. Without one its row is left out. */
const directory = process.env.PGLEDGER_DIRECTORY;

/**
 * Two transfers, each from one of many accounts to the one of the house, as a hold and its capture are two movements.
 * @returns null when no copy of pgledger was given.
 * @throws Error when the copy is not complete.
 */
export async function preparePgledger({ ownerUrl }: DatabaseUrls): Promise<Work | null> {
  if (directory === undefined) return null;
  await runIn(ownerUrl, ...(await scriptsOf(directory)));
  const accounts = "FROM generate_series(1, $1::int) AS n";
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // Known by a number, so that a script can draw one.
    await client.query("CREATE TABLE pgledger_member (n int PRIMARY KEY, account_id text NOT NULL)");
    const create = "pgledger_create_account('member ' || n, 'USD')";
    await client.query(`INSERT INTO pgledger_member SELECT n, (SELECT id FROM ${create}) ${accounts}`, [wallets]);
    const { rows } = await client.query<{ id: string }>("SELECT id FROM pgledger_create_account('house', 'USD')");
    await client.query("VACUUM ANALYZE");
    return transfersTo(rows[0]?.id ?? "");
  } finally {
    await client.end();
  }
}

/** pgledger itself comes after what it stands on. */
async function scriptsOf(folder: string): Promise<string[]> {
  const vendor = join(folder, "vendor");
  const vendored = existsSync(vendor) ? await readdir(vendor, { recursive: true }) : [];
  const files = vendored.filter((file) => file.endsWith(".sql")).map((file) => join(vendor, file));
  return Promise.all([...files.sort(), join(folder, "pgledger.sql")].map((file) => readFile(file, "utf8")));
}

function transfersTo(house: string): Work {
  const transfer = `SELECT pgledger_create_transfer((SELECT account_id FROM pgledger_member WHERE n = :wallet), '${house}', '1');`;
  return { script: `\\set wallet random(1, ${wallets})\n${transfer}\n${transfer}` };
}
