import type { MemberId, OrderId } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { callVerb, type Receipt } from "./receipt.ts";

export type Unfreeze = {
  walletId: MemberId;
  orderId: OrderId;
  /** Why, in a word that a screen can render: a dispute won or withdrawn. */
  reason: string;
  /** Credits whose lot is due earlier stay spendable until here. Without it they expire with their lot. */
  graceUntil?: Date;
  key: string;
};

/**
 * Ends the dispute of an order with its money kept: frozen → available, or → expired when the lot is due.
 * An order whose dispute is lost is not unfrozen but `unchargeback`d: the one for the other is a bug and fails.
 * @throws Refusal "thing/not-found" without such a wallet or lots of the order in it, "request/reused-key".
 */
export async function unfreeze(sql: SqlRunner, of: Unfreeze): Promise<Receipt> {
  return callVerb(sql, "ledger.unfreeze($1::text, $2::text, $3::text, $4::timestamptz, $5::text)", [
    of.walletId,
    of.orderId,
    of.reason,
    of.graceUntil,
    of.key,
  ]);
}
