import { type MemberId, Refusal, type WalletView } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { creditsOf } from "./receipt.ts";

/** Credits already due are not shown as available, although no verb has come by to expire them. */
const balanceQuery = `
  SELECT (available - CASE WHEN next_due_at > ledger.clock() THEN 0 ELSE (
      SELECT coalesce(sum(lot.available), 0) FROM ledger.lot
      WHERE lot.wallet_id = wallet.id AND lot.is_open AND lot.due_at <= ledger.clock()) END)::text AS available,
    held::text, frozen::text
  FROM ledger.wallet WHERE id = $1::text`;

/**
 * What is in a wallet now. For showing only: no code decides on it what a verb would decide under the lock.
 * @throws Refusal "thing/not-found" without such a wallet.
 */
export async function getBalance(sql: SqlRunner, walletId: MemberId): Promise<WalletView> {
  const [row] = await sql.query<{ available: string; held: string; frozen: string }>(balanceQuery, [walletId]);
  if (row === undefined) throw new Refusal("thing/not-found", { thing: "wallet" });
  return { available: creditsOf(row.available), held: creditsOf(row.held), frozen: creditsOf(row.frozen) };
}
