import type { MemberId } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { callVerb, type Receipt } from "./receipt.ts";

export type Forfeit = {
  walletId: MemberId;
  /** The id of the decision. */
  cause: string;
  /** Why, in a word that a screen can render. */
  reason: string;
  key: string;
};

/**
 * Takes all that is not held and closes the wallet: available and frozen → forfeited. Nothing comes in any more, and what
 * is held is captured as ever or forfeited when it is released. `restore` is the way back.
 * @throws Refusal "thing/not-found" without such a wallet, "request/reused-key".
 */
export async function forfeit(sql: SqlRunner, of: Forfeit): Promise<Receipt> {
  return callVerb(sql, "ledger.forfeit($1::text, $2::text, $3::text, $4::text)", [
    of.walletId,
    of.cause,
    of.reason,
    of.key,
  ]);
}
