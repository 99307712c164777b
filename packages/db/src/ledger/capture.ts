import type { Credits, HoldId, MemberId } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { callVerb, type Receipt } from "./receipt.ts";

export type Capture = {
  walletId: MemberId;
  holdId: HoldId;
  /** At least 1; absent: all of the hold. The rest goes back to its lots. */
  credits?: Credits;
  /** Why, in a word that a screen can render. */
  reason?: string;
  /** Credits that go back to a lot due earlier stay spendable until here. Without it they expire with their lot. */
  graceUntil?: Date;
  key: string;
};

/**
 * Ends a hold by spending it, in whole or part: held → spent, the rest held → available.
 * Ending a hold a second time under another key is a bug and fails in the database.
 * @throws Refusal "thing/not-found" without such a wallet or hold in it, "request/reused-key".
 */
export async function capture(sql: SqlRunner, of: Capture): Promise<Receipt> {
  return callVerb(sql, "ledger.capture($1::text, $2::text, $3::bigint, $4::text, $5::timestamptz, $6::text)", [
    of.walletId,
    of.holdId,
    of.credits,
    of.reason,
    of.graceUntil,
    of.key,
  ]);
}
