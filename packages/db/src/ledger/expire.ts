import type { MemberId } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { callVerb, type Receipt } from "./receipt.ts";

/**
 * Expires what is due in a wallet that nothing else has touched: available → expired. Every other verb does so by
 * itself; this one is the sweeper's, so that statements say it on the day.
 * @throws Refusal "thing/not-found" without such a wallet.
 */
export async function expire(sql: SqlRunner, walletId: MemberId): Promise<Receipt> {
  return callVerb(sql, "ledger.expire($1::text)", [walletId]);
}

/** Wallets with something to expire, the longest due first. */
export async function listDueWallets(sql: SqlRunner, atMost: number): Promise<MemberId[]> {
  const rows = await sql.query<{ id: MemberId }>(
    "SELECT id FROM ledger.wallet WHERE next_due_at <= ledger.clock() ORDER BY next_due_at LIMIT $1::bigint",
    [String(atMost)],
  );
  return rows.map((row) => row.id);
}
