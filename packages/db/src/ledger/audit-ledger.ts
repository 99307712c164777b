import type { SqlRunner } from "../sql-runner.ts";
import { chainReader, journalPages } from "./audit-chain.ts";
import { auditChecks } from "./audit-checks.ts";

export type AuditCheck = keyof typeof auditChecks | "entry-chain";

/** One place where the ledger is not what its entries make it. */
export type Finding = {
  check: AuditCheck;
  walletId: string;
  /** The lot, hold, key or version that is wrong; the wallet's id when it is the wallet. */
  subject: string;
  found: string;
};

/** Enough to see the pattern: one bad statement can spoil every wallet. */
const findingsACheck = 100;

/**
 * Recomputes every wallet, lot, hold, receipt, balance and hash from the journal and returns what differs; an empty list
 * is a clean ledger. On a system in use it wants a runner over one snapshot, else it sees one write in two halves.
 */
export async function auditLedger(sql: SqlRunner): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [check, query] of Object.entries(auditChecks) as [keyof typeof auditChecks, string][]) {
    const rows = await sql.query<{ wallet_id: string; subject: string; found: string }>(
      `${query} LIMIT ${findingsACheck}`,
      [],
    );
    findings.push(...rows.map(({ wallet_id, subject, found }) => ({ check, walletId: wallet_id, subject, found })));
  }
  findings.push(...(await chainFindings(sql)));
  return findings;
}

async function chainFindings(sql: SqlRunner): Promise<Finding[]> {
  const findings: Finding[] = [];
  const continues = chainReader();
  for await (const page of journalPages(sql)) {
    for (const entry of page) {
      if (continues(entry)) continue;
      const found = "its hash is not that of what it says and of the entry before it";
      findings.push({ check: "entry-chain", walletId: entry.wallet_id, subject: entry.version, found });
      if (findings.length === findingsACheck) return findings;
    }
  }
  return findings;
}
