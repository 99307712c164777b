import type { Credits, MemberId, OrderId } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { callVerb, type Receipt } from "./receipt.ts";

export type Reclaim = {
  walletId: MemberId;
  orderId: OrderId;
  /** Absent: all of the order's credits that are available. */
  credits?: Credits;
  /** Why, in a word that a screen can render. */
  reason: string;
  key: string;
};

/**
 * Takes unspent credits of an order out, because its money goes back: available → reclaimed, lot by lot in the order in
 * which they were granted. What is held stays held and is the member's again when it is released. With nothing to take
 * it answers `moved: 0`.
 * @throws Refusal "credits/insufficient" `{ needed, available }` when fewer than `credits` are available: nothing moved.
 * @throws Refusal "thing/not-found" without such a wallet or lots of the order in it, "request/reused-key".
 */
export async function reclaim(sql: SqlRunner, of: Reclaim): Promise<Receipt> {
  return callVerb(sql, "ledger.reclaim($1::text, $2::text, $3::bigint, $4::text, $5::text)", [
    of.walletId,
    of.orderId,
    of.credits,
    of.reason,
    of.key,
  ]);
}
