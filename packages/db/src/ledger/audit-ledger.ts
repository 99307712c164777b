import type { SqlRunner } from "../sql-runner.ts";
import { chainReader, journalPages } from "./audit-chain.ts";
import { auditChecks } from "./audit-checks.ts";
import { faultyGuards } from "./audit-guards.ts";
import { faultySeals, type SealFault, unanchoredSeals } from "./audit-seals.ts";
import type { SealAnchor } from "./seal-anchor.ts";

export type AuditCheck = keyof typeof auditChecks | "entry-chain" | "seal-chain" | "seal-anchor" | "guard";

/** One place where the ledger is not what its entries make it. */
export type Finding = {
  check: AuditCheck;
  /** Null when it is a seal or a guard that is wrong, which is about many. */
  walletId: string | null;
  /** The lot, hold, key or version that is wrong; the wallet's id when it is the wallet, the number of a seal, a guard. */
  subject: string;
  found: string;
};

/** Enough to see the pattern: one bad statement can spoil every wallet. */
const findingsACheck = 100;

/**
 * Recomputes every wallet, lot, hold, balance, hash and seal from the journal and returns what differs; an empty list is
 * a clean ledger, with every guard of it as it was built. With an anchor, also compares the seals with what was written down of them. On a system in use it wants
 * a runner over one snapshot, else it sees one write in two halves.
 */
export async function auditLedger(
  sql: SqlRunner,
  { anchor }: { anchor?: Pick<SealAnchor, "read"> } = {},
): Promise<Finding[]> {
  // Before the first query: what was written down by now is in every snapshot from here on.
  const writtenDown = (await anchor?.read()) ?? [];
  const findings: Finding[] = [];
  for (const [check, query] of Object.entries(auditChecks) as [keyof typeof auditChecks, string][]) {
    const rows = await sql.query<{ wallet_id: string; subject: string; found: string }>(
      `${query} LIMIT ${findingsACheck}`,
      [],
    );
    findings.push(...rows.map(({ wallet_id, subject, found }) => ({ check, walletId: wallet_id, subject, found })));
  }
  findings.push(...(await chainFindings(sql)));
  findings.push(...(await sealFindings("seal-chain", faultySeals(sql))));
  findings.push(...(await sealFindings("seal-anchor", unanchoredSeals(sql, writtenDown))));
  const guards = await faultyGuards(sql);
  findings.push(...guards.map((fault) => ({ check: "guard" as const, walletId: null, ...fault })));
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

async function sealFindings(
  check: "seal-chain" | "seal-anchor",
  faults: AsyncGenerator<SealFault>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for await (const { number, found } of faults) {
    findings.push({ check, walletId: null, subject: number, found });
    if (findings.length === findingsACheck) break;
  }
  return findings;
}
