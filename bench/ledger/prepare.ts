import { readFile } from "node:fs/promises";
import type { DatabaseUrls } from "@covenant/test-kit/cluster";
import pg from "pg";
import { wallets } from "./work.ts";

/** Runs statements in one session. */
export async function runIn(connectionString: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Opens every wallet and gives it its lot, by the verbs. */
export async function openWallets({ url }: DatabaseUrls): Promise<void> {
  const everyWallet = `FROM generate_series(1, ${wallets}) AS n`;
  await runIn(
    url,
    `SELECT ledger.open_wallet('mem_' || n) ${everyWallet}`,
    `SELECT ledger.grant('mem_' || n, 'lot_' || n, 1000000000, 'goodwill', NULL, NULL, NULL, NULL, NULL, 'bench', 'grant')
     ${everyWallet}`,
  );
}

/** The ledger with its wallets, and beside it all that it is compared with. */
export async function prepare(database: DatabaseUrls): Promise<void> {
  await openWallets(database);
  await runIn(database.ownerUrl, await readFile(new URL("tables.sql", import.meta.url), "utf8"));
  await runIn(database.ownerUrl, "VACUUM ANALYZE");
}
