import type { Credits, LotId, LotSource, MemberId, Money, OrderId } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { callKernel, type Receipt } from "./receipt.ts";

export type Grant = {
  walletId: MemberId;
  /** The name of the new lot. */
  lotId: LotId;
  credits: Credits;
  source: LotSource;
  /** The order that brought the credits and what was paid for them. A pack or subscription has one, goodwill never. */
  order?: { id: OrderId; paid: Money };
  /** Comes from the plan and the order, never from the clock: a second try must say the same. Absent: no expiry. */
  expiresAt?: Date;
  /** The id of what led to it: an order, a decision. */
  cause?: string;
  reason?: string;
  /** Unique in the wallet; the same key grants once. */
  key: string;
};

/**
 * Opens a lot of credits in a wallet: issued → available.
 * A second call under the same key answers with the first one's lot, whatever `lotId` it brings.
 * @throws Refusal "thing/not-found" without such a wallet, "request/reused-key" when the key came with other arguments,
 *   "wallet/closed" after a forfeiture, "request/invalid" when the wallet would hold more than 2^53 - 1.
 */
export async function grant(sql: SqlRunner, to: Grant): Promise<Receipt & { lotId: LotId }> {
  const { subject, ...receipt } = await callKernel(
    sql,
    `ledger.grant($1::text, $2::text, $3::bigint, $4::text, $5::text, $6::bigint, $7::text,
      $8::timestamptz, $9::text, $10::text, $11::text)`,
    [
      to.walletId,
      to.lotId,
      to.credits,
      to.source,
      to.order?.id,
      to.order?.paid.amountMinor,
      to.order?.paid.currency,
      to.expiresAt,
      to.cause,
      to.reason,
      to.key,
    ],
  );
  return { ...receipt, lotId: subject as LotId };
}
