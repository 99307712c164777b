import type { MemberId } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { callKernel, type Receipt } from "./receipt.ts";

/** Opens an empty wallet under the member's id. Opened twice, it is the same wallet. */
export async function openWallet(sql: SqlRunner, walletId: MemberId): Promise<Receipt> {
  const { subject: _, ...receipt } = await callKernel(sql, "ledger.open_wallet($1::text)", [walletId]);
  return receipt;
}
