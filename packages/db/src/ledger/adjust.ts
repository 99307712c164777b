import type { Credits, MemberId } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { callVerb, type Receipt } from "./receipt.ts";

export type Adjustment = {
  walletId: MemberId;
  /** At least 1. */
  credits: Credits;
  /** The id of the act or case that the correction belongs to. */
  cause: string;
  /** Why, in a word that a screen can render. */
  reason: string;
  key: string;
};

/**
 * Takes credits away to correct a mistake: available → adjusted, from the lot that is due first. A correction in the
 * member's favour, and the way back from this one, is a grant of goodwill.
 * @throws Refusal "credits/insufficient" `{ needed, available }`: nothing moved.
 * @throws Refusal "thing/not-found" without such a wallet, "request/reused-key".
 */
export async function adjust(sql: SqlRunner, of: Adjustment): Promise<Receipt> {
  return callVerb(sql, "ledger.adjust($1::text, $2::bigint, $3::text, $4::text, $5::text)", [
    of.walletId,
    of.credits,
    of.cause,
    of.reason,
    of.key,
  ]);
}
