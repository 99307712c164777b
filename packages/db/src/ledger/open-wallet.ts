import type { MemberId } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { callVerb, type Receipt } from "./receipt.ts";

/** Opens an empty wallet under the member's id. Opened twice, it is the same wallet. */
export async function openWallet(sql: SqlRunner, walletId: MemberId): Promise<Receipt> {
  return callVerb(sql, "ledger.open_wallet($1::text)", [walletId]);
}
