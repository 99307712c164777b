import type { MemberId, OrderId } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { callVerb, type Receipt } from "./receipt.ts";

export type Freeze = {
  walletId: MemberId;
  orderId: OrderId;
  /** Why, in a word that a screen can render. */
  reason: string;
  key: string;
};

/**
 * Sets an order's unspent credits aside while its payment is disputed: available → frozen. What comes back to its lots
 * meanwhile is frozen too; what is held can still be captured. Frozen again, it moves nothing.
 * An order whose dispute is lost cannot be frozen: that is a bug and fails in the database.
 * @throws Refusal "thing/not-found" without such a wallet or lots of the order in it, "request/reused-key".
 */
export async function freeze(sql: SqlRunner, of: Freeze): Promise<Receipt> {
  return callVerb(sql, "ledger.freeze($1::text, $2::text, $3::text, $4::text)", [
    of.walletId,
    of.orderId,
    of.reason,
    of.key,
  ]);
}
