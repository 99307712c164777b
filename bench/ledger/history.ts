import type { DatabaseUrls } from "@covenant/test-kit/cluster";
import pg from "pg";
import { openWallets } from "./prepare.ts";
import { wallets } from "./work.ts";

type Index = { name: string; definition: string; constraint: string | null };

/**
 * Makes a ledger with so many entries, as years of holds and captures leave it: entries of one wallet far apart, each with
 * its hold. Hashes are of the right length and say nothing. Indexes are made afterwards, as a restore does.
 */
export async function writeHistory(database: DatabaseUrls, entries: number): Promise<void> {
  await openWallets(database);
  const pairs = Math.floor((entries / wallets - 1) / 2);
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await client.query("SET ROLE ledger_owner");
    await client.query("SET maintenance_work_mem = '512MB'");
    if (pairs > 0) await withoutIndexes(client, () => write(client, pairs));
    await client.query("VACUUM ANALYZE ledger.wallet, ledger.lot, ledger.hold, ledger.entry");
  } finally {
    await client.end();
  }
}

async function write(client: pg.Client, pairs: number): Promise<void> {
  const everyPair = `FROM generate_series(1, ${pairs}) AS p, generate_series(1, ${wallets}) AS w`;
  await client.query(
    `INSERT INTO ledger.entry (wallet_id, version, key, fingerprint, kind, lot_id, hold_id, from_bucket, to_bucket, credits,
       available_after, held_after, frozen_after, cause, reason, at, transaction_id, hash)
     SELECT 'mem_' || w, 2 * p + step, kind || ' ' || p, said, kind, 'lot_' || w, 'hld_' || w || '_' || p, source, target, 1,
       1000000000 - p, 1 - step, 0, 'gen_' || w || '_' || p, reason, now(), p, said
     FROM (SELECT p, w, sha256(int8send(p::bigint * ${wallets} + w)) AS said ${everyPair}) AS pair,
       (VALUES (0, 'hold', 'available', 'held', NULL), (1, 'capture', 'held', 'spent', 'delivered'))
         AS half (step, kind, source, target, reason)`,
  );
  await client.query(
    `INSERT INTO ledger.hold (id, wallet_id, lot_id, cause, state, credits, captured, released, paid_back, first_version,
       last_version, opened_at, resolved_at)
     SELECT 'hld_' || w || '_' || p, 'mem_' || w, 'lot_' || w, 'gen_' || w || '_' || p, 'captured', 1, 1, 0, 0, 2 * p, 2 * p,
       now(), now() ${everyPair}`,
  );
  await client.query(`UPDATE ledger.wallet SET version = version + 2 * ${pairs}, available = available - ${pairs}`);
  await client.query(`UPDATE ledger.lot SET available = available - ${pairs}, spent = ${pairs}`);
}

/** Does the work while two tables are without their indexes, which are put back as they were. */
async function withoutIndexes(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<Index & { relation: string }>(
    `SELECT i.indrelid::regclass::text AS relation, c.relname AS name, pg_get_indexdef(c.oid) AS definition,
       pg_get_constraintdef(k.oid) AS constraint
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid LEFT JOIN pg_constraint k ON k.conindid = c.oid
     WHERE i.indrelid IN ('ledger.entry'::regclass, 'ledger.hold'::regclass)`,
  );
  for (const { relation, name, constraint } of rows) {
    await client.query(constraint ? `ALTER TABLE ${relation} DROP CONSTRAINT ${name}` : `DROP INDEX ledger.${name}`);
  }
  await work();
  for (const { relation, name, definition, constraint } of rows) {
    await client.query(constraint ? `ALTER TABLE ${relation} ADD CONSTRAINT ${name} ${constraint}` : definition);
  }
}
