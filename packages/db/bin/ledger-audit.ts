import pg from "pg";
import { auditLedger } from "../src/ledger/audit-ledger.ts";

/** Audits the ledger at DATABASE_URL on one snapshot; prints each finding on a line and exits with 1 when there is one. */
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
    const findings = await auditLedger({
      query: async (text, params) => (await client.query(text, [...params])).rows,
    });
    for (const { check, walletId, subject, found } of findings) {
      console.log(`${check}  ${walletId}  ${subject}  ${found}`);
    }
    console.log(findings.length === 0 ? "The ledger is what its entries make it." : `${findings.length} findings`);
    return findings.length === 0 ? 0 : 1;
  } finally {
    await client.end();
  }
}

process.exitCode = await main();
