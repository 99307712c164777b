import type { Currency, LotSource, LotView, MemberId } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { isoInstant } from "./instant.ts";
import { creditsOf } from "./receipt.ts";

type LotRow = {
  id: string;
  source: LotSource;
  order_id: string | null;
  paid_minor: string | null;
  paid_currency: Currency | null;
  granted: string;
  available: string;
  held: string;
  frozen: string;
  expires_at: string | null;
  granted_at: string;
};

/** In the order in which they are burned. Credits already due are shown as gone, as the next verb will make them. */
const lotsQuery = `
  SELECT id, source, order_id, paid_minor::text, paid_currency, granted::text, held::text, frozen::text,
    (CASE WHEN due_at > ledger.clock() THEN available ELSE 0 END)::text AS available,
    CASE WHEN due_at < 'infinity' THEN ${isoInstant("due_at")} END AS expires_at,
    ${isoInstant("granted_at")} AS granted_at
  FROM ledger.lot
  WHERE wallet_id = $1::text AND is_open AND (due_at > ledger.clock() OR held + frozen > 0)
  ORDER BY due_at, granted_version`;

/** The lots a member still has credits of, the one that a hold takes from next first. */
export async function listLots(sql: SqlRunner, walletId: MemberId): Promise<LotView[]> {
  const rows = await sql.query<LotRow>(lotsQuery, [walletId]);
  return rows.map((row) => ({
    id: row.id,
    source: row.source,
    orderId: row.order_id,
    paid: moneyOf(row),
    granted: creditsOf(row.granted),
    available: creditsOf(row.available),
    held: creditsOf(row.held),
    frozen: creditsOf(row.frozen),
    expiresAt: row.expires_at,
    grantedAt: row.granted_at,
  }));
}

function moneyOf({ paid_minor: amount, paid_currency: currency }: LotRow): LotView["paid"] {
  return amount === null || currency === null ? null : { amountMinor: Number(amount), currency };
}
