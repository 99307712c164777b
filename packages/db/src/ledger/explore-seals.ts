import type { EntryDetail, MemberId, Page, SealDetail } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { entryColumns } from "./entry-details.ts";
import { isoInstant } from "./instant.ts";

const sealQuery = `
  SELECT seal.number::float8 AS number, seal.entries::float8 AS entries,
    (SELECT count(DISTINCT wallet_id) FROM ledger.seal_leaf WHERE seal_leaf.seal_number = seal.number)::float8 AS wallets,
    seal.from_transaction::float8 AS "fromTransaction", seal.to_transaction::float8 AS "toTransaction",
    encode(seal.root, 'hex') AS root, nullif(encode(seal.previous, 'hex'), '') AS previous,
    encode(seal.hash, 'hex') AS hash, ${isoInstant("seal.sealed_at")} AS "sealedAt",
    EXISTS (SELECT FROM ledger.seal AS later WHERE later.number > seal.number) AS "hasNext"
  FROM ledger.seal WHERE seal.number = $1::bigint`;

/** A seal by its number; null where nothing was sealed under it yet. */
export async function findSealDetail(sql: SqlRunner, number: number): Promise<SealDetail | null> {
  const [row] = await sql.query<SealDetail>(sealQuery, [String(number)]);
  return row ?? null;
}

/** How many entries a leaf covers: it has 32 bytes of each. */
const covered = "length(leaf.hashes) / 32";

type SealQuestion = { number: number; after?: string | undefined; limit: number };

/** The entries that a seal has hashed, as the journal has them now: wallet by wallet in the order of its tree's leaves. */
export async function listSealEntries(
  sql: SqlRunner,
  { number, after = " 0", limit }: SealQuestion,
): Promise<Page<EntryDetail>> {
  const [walletId = "", version = "0"] = after.split(" ");
  const found = await sql.query<EntryDetail>(
    `SELECT ${entryColumns}
     FROM ledger.seal_leaf AS leaf
     JOIN ledger.entry ON entry.wallet_id = leaf.wallet_id AND entry.version >= leaf.first_version
       AND entry.version < leaf.first_version + ${covered}
     LEFT JOIN ledger.lot ON lot.id = entry.lot_id
     WHERE leaf.seal_number = $1::bigint
       AND (leaf.wallet_id COLLATE "C", entry.version) > ($2::text COLLATE "C", $3::bigint)
     ORDER BY leaf.wallet_id COLLATE "C", entry.version LIMIT $4::bigint`,
    [String(number), walletId, version, String(limit + 1)],
  );
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, next: last === undefined ? null : `${last.memberId} ${last.version}` };
}

/** The number of the seal that has an entry; null while it is in none. */
export async function findSealOf(
  sql: SqlRunner,
  { walletId, version }: { walletId: MemberId; version: number },
): Promise<number | null> {
  const [row] = await sql.query<{ number: number }>(
    `SELECT leaf.seal_number::float8 AS number
     FROM (SELECT * FROM ledger.seal_leaf WHERE wallet_id = $1::text AND first_version <= $2::bigint
       ORDER BY first_version DESC LIMIT 1) AS leaf
     WHERE $2::bigint < leaf.first_version + ${covered}`,
    [walletId, String(version)],
  );
  return row?.number ?? null;
}
