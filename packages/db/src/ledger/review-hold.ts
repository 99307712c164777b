import type { HoldId, MemberId } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { callVerb, type Receipt } from "./receipt.ts";

export type HoldReview = {
  walletId: MemberId;
  holdId: HoldId;
  /** When a person must have decided. What happens then is the policy's to say; the ledger only remembers. */
  until: Date;
  key: string;
};

/**
 * Marks an open hold as waiting for a person. It stays held; {@link capture} and {@link release} end the review with it.
 * @throws Refusal "thing/not-found" without such a wallet or hold in it, "request/reused-key".
 */
export async function reviewHold(sql: SqlRunner, { walletId, holdId, until, key }: HoldReview): Promise<Receipt> {
  return callVerb(sql, "ledger.mark_under_review($1::text, $2::text, $3::timestamptz, $4::text)", [
    walletId,
    holdId,
    until,
    key,
  ]);
}
