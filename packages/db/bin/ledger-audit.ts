import { existsSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { auditLedger } from "../src/ledger/audit-ledger.ts";
import { fileAnchor, type SealAnchor, sealsFile } from "../src/ledger/seal-anchor.ts";

/**
 * Audits the ledger at DATABASE_URL on one snapshot, its seals also against what was written down of them in
 * DATA_DIRECTORY where that is set; prints each finding on a line and exits with 1 when there is one.
 */
async function main(): Promise<number> {
  const connectionString = process.env.DATABASE_URL;
  if (connectionString === undefined) {
    console.error("DATABASE_URL is not set: it names the database whose ledger is audited.");
    return 2;
  }
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    const directory = process.env.DATA_DIRECTORY;
    const anchor = directory === undefined ? {} : { anchor: anchorAt(join(directory, sealsFile)) };
    const findings = await auditLedger(
      { query: async (text, params) => (await client.query(text, [...params])).rows },
      anchor,
    );
    for (const { check, walletId, subject, found } of findings) {
      console.log(`${check}  ${walletId ?? "ledger"}  ${subject}  ${found}`);
    }
    if (directory === undefined) console.log(`DATA_DIRECTORY is not set: no ${sealsFile} was compared with the seals.`);
    console.log(findings.length === 0 ? "The ledger is what its entries make it." : `${findings.length} findings`);
    return findings.length === 0 ? 0 : 1;
  } finally {
    await client.end();
  }
}

/** A file that is gone has nothing written down, and is not made by looking for it. */
function anchorAt(path: string): Pick<SealAnchor, "read"> {
  return existsSync(path) ? fileAnchor(path) : { read: async () => [] };
}

process.exitCode = await main();
