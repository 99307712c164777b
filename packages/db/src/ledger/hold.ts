import { type Credits, type HoldId, type MemberId, Refusal } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { callKernel, type Receipt } from "./receipt.ts";

export type NewHold = {
  walletId: MemberId;
  /** The name of the new hold. */
  holdId: HoldId;
  credits: Credits;
  /** The id of what it is for: a generation. Every entry of the hold carries it. */
  cause: string;
  /** Unique in the wallet; the same key holds once. */
  key: string;
};

/**
 * Sets credits aside: available → held, from the lot that is due first, then the one granted first.
 * A second call under the same key answers with the first one's hold, whatever `holdId` it brings.
 * @throws Refusal "credits/insufficient" `{ needed, available }`: nothing was held and nothing is remembered under the
 *   key. The caller's transaction is not spoilt by it; whoever catches it may go on and commit.
 * @throws Refusal "thing/not-found" without such a wallet, "request/reused-key" when the key came with other arguments.
 */
export async function hold(sql: SqlRunner, wanted: NewHold): Promise<Receipt & { holdId: HoldId }> {
  const { subject, ...receipt } = await callKernel(
    sql,
    "ledger.hold($1::text, $2::text, $3::bigint, $4::text, $5::text)",
    [wanted.walletId, wanted.holdId, wanted.credits, wanted.cause, wanted.key],
  );
  if (subject === null) {
    throw new Refusal("credits/insufficient", { needed: wanted.credits, available: receipt.available });
  }
  return { ...receipt, holdId: subject as HoldId };
}
