import type { MemberId, OrderId } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { callVerb, type Receipt } from "./receipt.ts";

export type Chargeback = {
  walletId: MemberId;
  orderId: OrderId;
  /** Why, in a word that a screen can render. */
  reason: string;
  key: string;
};

/**
 * Ends the dispute of an order with its money gone: frozen → charged-back, and what comes back to its lots later goes
 * the same way. What was spent stays spent: no wallet falls below zero, the shortfall is the house's.
 * An order that was not frozen before cannot be charged back: that is a bug and fails in the database.
 * @throws Refusal "thing/not-found" without such a wallet or lots of the order in it, "request/reused-key".
 */
export async function chargeback(sql: SqlRunner, of: Chargeback): Promise<Receipt> {
  return callVerb(sql, "ledger.chargeback($1::text, $2::text, $3::text, $4::text)", [
    of.walletId,
    of.orderId,
    of.reason,
    of.key,
  ]);
}
