import type { Currency, LotDetail, MemberId, OrderId, Page } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import type { VersionRange } from "./entry-details.ts";
import { isoInstant } from "./instant.ts";

/** The column of each place that a lot's credits can be, by its name in the journal. */
const columns = {
  available: "available",
  held: "held",
  frozen: "frozen",
  spent: "spent",
  expired: "expired",
  reclaimed: "reclaimed",
  forfeited: "forfeited",
  "charged-back": "charged_back",
  adjusted: "adjusted",
} as const;

/** The same by the name a lot's view has for it. */
const amounts = Object.values(columns).map((column) => [column, column === "charged_back" ? "chargedBack" : column]);

const facts = `lot.id, lot.wallet_id AS "memberId", lot.source, lot.order_id AS "orderId",
  lot.paid_minor::float8 AS paid_minor, lot.paid_currency, lot.granted::float8 AS granted, lot.dispute,
  CASE WHEN lot.due_at < 'infinity' THEN ${isoInstant("lot.due_at")} END AS "expiresAt",
  ${isoInstant("lot.granted_at")} AS "grantedAt"`;

type LotRow = Omit<LotDetail, "paid"> & { paid_minor: number | null; paid_currency: Currency | null };

const standing = `SELECT ${facts}, ${amounts.map(([column, name]) => `lot.${column}::float8 AS "${name}"`).join(", ")}`;

/**
 * Every lot a wallet ever had, the newest first, as the ledger has written it. They are found by the entries that granted
 * them, which their wallet's key indexes.
 */
export async function listLotDetails(
  sql: SqlRunner,
  { walletId, after, limit }: { walletId: MemberId; after?: string | undefined; limit: number },
): Promise<Page<LotDetail>> {
  const found = await sql.query<LotRow & { granted_by: string }>(
    `${standing}, entry.version::text AS granted_by
     FROM ledger.entry JOIN ledger.lot ON lot.id = entry.lot_id
     WHERE entry.wallet_id = $1::text AND entry.kind = 'grant' AND ($2::bigint IS NULL OR entry.version < $2::bigint)
     ORDER BY entry.version DESC LIMIT $3::bigint`,
    [walletId, after ?? null, String(limit + 1)],
  );
  const next = found.length > limit ? (found[limit - 1]?.granted_by ?? null) : null;
  return { rows: found.slice(0, limit).map(({ granted_by: _, ...lot }) => detailOf(lot)), next };
}

/** The lots an order brought, whosever they are. */
export async function listLotsOfOrder(sql: SqlRunner, orderId: OrderId): Promise<LotDetail[]> {
  const rows = await sql.query<LotRow>(
    `${standing} FROM ledger.lot WHERE lot.order_id = $1::text ORDER BY lot.granted_version`,
    [orderId],
  );
  return rows.map(detailOf);
}

const moves = Object.entries(columns).map(
  ([
    bucket,
    column,
  ]) => `coalesce(sum(CASE '${bucket}' WHEN to_bucket THEN credits WHEN from_bucket THEN -credits END), 0)
      AS ${column}`,
);

/**
 * As it is now, less what has happened since: nobody keeps how a lot stood on an earlier day. A lot that had credits then
 * has some now, or an entry since.
 */
const standingThen = `
  WITH since AS (
    SELECT lot_id, ${moves.join(", ")}
    FROM ledger.entry WHERE wallet_id = $1::text AND version > $3::bigint AND lot_id IS NOT NULL GROUP BY lot_id
  ), moved AS (
    SELECT DISTINCT lot_id FROM ledger.entry
    WHERE wallet_id = $1::text AND version > $2::bigint AND version <= $3::bigint AND lot_id IS NOT NULL
  ), candidate (lot_id) AS (
    SELECT lot_id FROM since UNION SELECT lot_id FROM moved
    UNION SELECT id FROM ledger.lot WHERE wallet_id = $1::text AND is_open
  ), stood AS (
    SELECT ${facts}, lot.granted_version, ${amounts
      .map(([column, name]) => `(lot.${column} - coalesce(since.${column}, 0))::float8 AS "${name}"`)
      .join(", ")}
    FROM candidate JOIN ledger.lot ON lot.id = candidate.lot_id LEFT JOIN since ON since.lot_id = lot.id
    WHERE lot.granted_version <= $3::bigint
  )
  SELECT stood.* FROM stood
  WHERE available + held + frozen > 0 OR id IN (SELECT lot_id FROM moved) ORDER BY granted_version`;

/** Lots with credits at the end of a range of entries, or with entries in it, as they stood at its end. */
export async function listLotsAt(
  sql: SqlRunner,
  { walletId, range }: { walletId: MemberId; range: VersionRange },
): Promise<LotDetail[]> {
  const rows = await sql.query<LotRow>(standingThen, [walletId, String(range.before), String(range.last)]);
  return rows.map(detailOf);
}

function detailOf({ paid_minor: amountMinor, paid_currency: currency, ...lot }: LotRow): LotDetail {
  return { ...lot, paid: amountMinor === null || currency === null ? null : { amountMinor, currency } };
}
