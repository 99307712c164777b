import type { Database, SqlRunner, Tx } from "@covenant/db";
import { after, duration, type MemberId } from "@covenant/domain";
import { planRefund } from "../refunds/plan-refund.ts";

/** Longer than any time to withdraw with the holidays that put off its end. */
const longEnoughDays = 30;

/** Whether a purchase of this member can still be withdrawn from, and money would go back for credits that are left. */
export async function mayWithdraw(
  reader: SqlRunner & (Pick<Database, "rows"> | Pick<Tx, "rows">),
  memberId: MemberId,
  now: Date,
): Promise<boolean> {
  const paidAt = { gt: after(now, -duration.days(longEnoughDays)) };
  const orders = await reader.rows.order.findMany({ where: { memberId, state: "paid", paidAt } });
  for (const order of orders) {
    const { outcome } = await planRefund(reader, order, { ground: "withdrawal", chosen: null, now });
    if (outcome === "refund" || outcome === "goodwill") return true;
  }
  return false;
}
