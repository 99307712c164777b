import type { HoldId, MemberId } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { callVerb, type Receipt } from "./receipt.ts";

export type Release = {
  walletId: MemberId;
  holdId: HoldId;
  /** Why, in a word that a screen can render. */
  reason?: string;
  /** Credits that go back to a lot due earlier stay spendable until here. Without it they expire with their lot. */
  graceUntil?: Date;
  key: string;
};

/**
 * Ends a hold by giving it back to its lots: held → available.
 * Ending a hold a second time under another key is a bug and fails in the database.
 * @throws Refusal "thing/not-found" without such a wallet or hold in it, "request/reused-key".
 */
export async function release(sql: SqlRunner, of: Release): Promise<Receipt> {
  return callVerb(sql, "ledger.release($1::text, $2::text, $3::text, $4::timestamptz, $5::text)", [
    of.walletId,
    of.holdId,
    of.reason,
    of.graceUntil,
    of.key,
  ]);
}
