import type { SqlRunner } from "../sql-runner.ts";
import { isoInstant } from "./instant.ts";

/** A seal by what must be written down of it: whoever has the hash can tell whether anything before it was changed. */
export type Seal = {
  /** Without gaps, from 1. */
  number: number;
  /** In hexadecimal; covers the entries, and through the hash before it every earlier seal. */
  hash: string;
  /** How many entries it took in. */
  entries: number;
  sealedAt: string;
};

type SealRow = { number: string; hash: string; entries: string; sealed_at: string };

const columns = `number::text, encode(hash, 'hex') AS hash, entries::text, ${isoInstant("sealed_at")} AS sealed_at`;

/**
 * Seals every entry that is not sealed and whose transaction has ended. A transaction that runs for long puts off the
 * sealing of what came after it and loses nothing.
 * @returns null when there is nothing to seal, or somebody else is at it.
 */
export async function sealEntries(sql: SqlRunner): Promise<Seal | null> {
  const [row] = await sql.query<SealRow>(`SELECT ${columns} FROM ledger.seal() WHERE number IS NOT NULL`, []);
  return row === undefined ? null : sealOf(row);
}

/** The seals after one, in their order. */
export async function listSeals(sql: SqlRunner, { after, atMost }: { after: number; atMost: number }): Promise<Seal[]> {
  const rows = await sql.query<SealRow>(
    `SELECT ${columns} FROM ledger.seal WHERE seal.number > $1::bigint ORDER BY seal.number LIMIT $2::bigint`,
    [String(after), String(atMost)],
  );
  return rows.map(sealOf);
}

/** Since when the oldest entry that no seal has yet has been waiting; null when all are sealed. */
export async function unsealedSince(sql: SqlRunner): Promise<Date | null> {
  const [row] = await sql.query<{ since: string | null }>(
    `SELECT ${isoInstant("min(at)")} AS since FROM ledger.entry
     WHERE transaction_id >= (SELECT coalesce(max(to_transaction), 0) FROM ledger.seal)`,
    [],
  );
  return row?.since ? new Date(row.since) : null;
}

function sealOf(row: SealRow): Seal {
  return { number: Number(row.number), hash: row.hash, entries: Number(row.entries), sealedAt: row.sealed_at };
}
