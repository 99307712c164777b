import type { MemberId, OrderId } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { callVerb, type Receipt } from "./receipt.ts";

export type Unchargeback = {
  walletId: MemberId;
  orderId: OrderId;
  /** Why, in a word that a screen can render: a dispute won after all. */
  reason: string;
  /** Credits whose lot is due earlier stay spendable until here. Without it they expire with their lot. */
  graceUntil?: Date;
  key: string;
};

/**
 * Puts the credits of an order back whose lost dispute was won after all: charged-back → available; → forfeited when the
 * wallet was closed, → expired when their lot is due. Of a dispute that is still open it is a bug and fails.
 * @throws Refusal "thing/not-found" without such a wallet or lots of the order in it, "request/reused-key".
 */
export async function unchargeback(sql: SqlRunner, of: Unchargeback): Promise<Receipt> {
  return callVerb(sql, "ledger.unchargeback($1::text, $2::text, $3::text, $4::timestamptz, $5::text)", [
    of.walletId,
    of.orderId,
    of.reason,
    of.graceUntil,
    of.key,
  ]);
}
