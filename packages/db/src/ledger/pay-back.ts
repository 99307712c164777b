import type { Credits, HoldId, MemberId } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { callVerb, type Receipt } from "./receipt.ts";

export type PayBack = {
  walletId: MemberId;
  /** The captured hold. */
  holdId: HoldId;
  /** Absent: all that was captured and not yet paid back. */
  credits?: Credits;
  /** Why, in a word that a screen can render: an appeal upheld, a fault of ours. */
  reason: string;
  /** Credits whose lot is due earlier stay spendable until here. Without it they expire with their lot. */
  graceUntil?: Date;
  key: string;
};

/**
 * Returns captured credits by new entries: spent → available, to the lots they came from, last captured first.
 * Paying back more than was captured is a bug and fails in the database.
 * @throws Refusal "thing/not-found" without such a wallet or hold in it, "request/reused-key".
 */
export async function payBack(sql: SqlRunner, of: PayBack): Promise<Receipt> {
  return callVerb(sql, "ledger.pay_back($1::text, $2::text, $3::bigint, $4::text, $5::timestamptz, $6::text)", [
    of.walletId,
    of.holdId,
    of.credits,
    of.reason,
    of.graceUntil,
    of.key,
  ]);
}
