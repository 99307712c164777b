import type { MemberId } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { callVerb, type Receipt } from "./receipt.ts";

export type Restore = {
  walletId: MemberId;
  /** The id of the decision. */
  cause: string;
  /** Why, in a word that a screen can render: an appeal upheld. */
  reason: string;
  /** Credits whose lot is due earlier stay spendable until here. Without it they expire with their lot. */
  graceUntil?: Date;
  key: string;
};

/**
 * Opens a closed wallet and puts back what was forfeited: forfeited → available; → frozen or charged-back where the order
 * is disputed, → expired where the lot is due.
 * @throws Refusal "thing/not-found" without such a wallet, "request/reused-key".
 */
export async function restore(sql: SqlRunner, of: Restore): Promise<Receipt> {
  return callVerb(sql, "ledger.restore($1::text, $2::text, $3::text, $4::timestamptz, $5::text)", [
    of.walletId,
    of.cause,
    of.reason,
    of.graceUntil,
    of.key,
  ]);
}
