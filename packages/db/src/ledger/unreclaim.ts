import type { Credits, MemberId, OrderId } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { callVerb, type Receipt } from "./receipt.ts";

export type Unreclaim = {
  walletId: MemberId;
  orderId: OrderId;
  /** Absent: all that was reclaimed of the order and not yet put back. */
  credits?: Credits;
  /** Why, in a word that a screen can render: a refund that failed. */
  reason: string;
  /** Credits whose lot is due earlier stay spendable until here. Without it they expire with their lot. */
  graceUntil?: Date;
  key: string;
};

/**
 * Puts reclaimed credits back, because the money did not go: reclaimed → available; → frozen or charged-back when the
 * order has come to be disputed, → forfeited when the wallet was closed, → expired when their lot is due.
 * @throws Refusal "credits/insufficient" `{ needed, available }` when fewer than `credits` are reclaimed.
 * @throws Refusal "thing/not-found" without such a wallet or lots of the order in it, "request/reused-key".
 */
export async function unreclaim(sql: SqlRunner, of: Unreclaim): Promise<Receipt> {
  return callVerb(sql, "ledger.unreclaim($1::text, $2::text, $3::bigint, $4::text, $5::timestamptz, $6::text)", [
    of.walletId,
    of.orderId,
    of.credits,
    of.reason,
    of.graceUntil,
    of.key,
  ]);
}
