import { type HoldView, type MemberId, type Page, Refusal, type WalletDetail } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { listEntryDetails } from "./entry-details.ts";
import { isoInstant } from "./instant.ts";

/** The house's buckets by the names a wallet's view has for them; what it granted left `issued`. */
const houseBuckets = {
  granted: "issued",
  spent: "spent",
  expired: "expired",
  reclaimed: "reclaimed",
  forfeited: "forfeited",
  chargedBack: "charged-back",
  adjusted: "adjusted",
} as const;

const went = (bucket: string) =>
  `coalesce(abs(sum(CASE '${bucket}' WHEN to_bucket THEN credits WHEN from_bucket THEN -credits END)), 0)::float8`;

/** The house's part is summed from the entries, which the wallet's key indexes; its lots are not. */
const walletQuery = `
  SELECT wallet.id AS "memberId", wallet.available::float8 AS available, wallet.held::float8 AS held,
    wallet.frozen::float8 AS frozen, wallet.version::float8 AS version,
    (SELECT encode(entry.hash, 'hex') FROM ledger.entry
     WHERE entry.wallet_id = wallet.id AND entry.version = wallet.version) AS head,
    ${isoInstant("wallet.opened_at")} AS "openedAt", ${isoInstant("wallet.closed_at")} AS "closedAt", house.*
  FROM ledger.wallet, LATERAL (
    SELECT ${Object.entries(houseBuckets)
      .map(([name, bucket]) => `${went(bucket)} AS "${name}"`)
      .join(", ")}
    FROM ledger.entry WHERE entry.wallet_id = wallet.id) AS house
  WHERE wallet.id = $1::text`;

/** A wallet with all its buckets, as the ledger has written it: credits that are due and not yet expired count. */
export async function getWalletDetail(sql: SqlRunner, walletId: MemberId): Promise<WalletDetail> {
  const [row] = await sql.query<WalletDetail>(walletQuery, [walletId]);
  if (row === undefined) throw new Refusal("thing/not-found", { thing: "wallet" });
  return row;
}

const selectHolds = `
  SELECT hold.id, hold.wallet_id AS "walletId", hold.cause, hold.state, hold.credits::float8 AS credits,
    hold.captured::float8 AS captured, hold.released::float8 AS released, hold.paid_back::float8 AS "paidBack",
    ${isoInstant("hold.review_until")} AS "reviewUntil", ${isoInstant("hold.opened_at")} AS "openedAt",
    ${isoInstant("hold.resolved_at")} AS "resolvedAt"`;

/** One entry of a wallet by its version, and the hash it is chained to. @throws Refusal "thing/not-found". */
export async function getEntryDetail(sql: SqlRunner, { walletId, version }: { walletId: MemberId; version: number }) {
  const range = { before: version - 2, last: version + 1 };
  const { rows } = await listEntryDetails(sql, { walletId, range, limit: 3 });
  const entry = rows.find((row) => row.version === version);
  if (entry === undefined) throw new Refusal("thing/not-found", { thing: "entry" });
  const previousHash = rows.find((row) => row.version === version - 1)?.hash ?? null;
  return { entry, previousHash, hasNext: rows.some((row) => row.version > version) };
}

type HoldQuestion = { walletId: MemberId; after?: string | undefined; limit: number };

/** A wallet's holds, the newest first. They are found by the entries that opened them, which their wallet's key indexes. */
export async function listHolds(sql: SqlRunner, { walletId, after, limit }: HoldQuestion): Promise<Page<HoldView>> {
  const found = await sql.query<HoldView & { opened_by: string }>(
    `${selectHolds}, entry.version::text AS opened_by
     FROM ledger.entry JOIN ledger.hold ON hold.id = entry.hold_id AND hold.first_version = entry.version
     WHERE entry.wallet_id = $1::text AND entry.kind = 'hold' AND ($2::bigint IS NULL OR entry.version < $2::bigint)
     ORDER BY entry.version DESC LIMIT $3::bigint`,
    [walletId, after ?? null, String(limit + 1)],
  );
  const next = found.length > limit ? (found[limit - 1]?.opened_by ?? null) : null;
  return { rows: found.slice(0, limit).map(({ opened_by: _, ...hold }) => hold), next };
}

/** The holds of a cause, such as a generation, the oldest first. */
export async function listHoldsOfCause(sql: SqlRunner, cause: string): Promise<HoldView[]> {
  return sql.query<HoldView>(
    `${selectHolds} FROM ledger.hold
     WHERE hold.id IN (SELECT hold_id FROM ledger.entry WHERE entry.cause = $1::text) ORDER BY hold.first_version`,
    [cause],
  );
}
