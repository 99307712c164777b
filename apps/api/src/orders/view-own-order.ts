import type { Database } from "@covenant/db";
import {
  type Currency,
  credits,
  type MemberDisputeView,
  type MemberId,
  type MemberRefundView,
  type OrderId,
  type OrderView,
  type RefundId,
} from "@covenant/domain";
import { getOwnOrder } from "./order-store.ts";
import { viewOrder } from "./view-order.ts";

/**
 * A member's own order with what went back of it and what their bank said of it.
 * @throws Refusal "thing/not-found", also where the order is another's.
 */
export async function viewOwnOrder(db: Pick<Database, "rows">, memberId: MemberId, id: OrderId): Promise<OrderView> {
  const order = await getOwnOrder(db, memberId, id);
  const [refunds, disputes] = await Promise.all([refundsOf(db, id), disputesOf(db, id)]);
  return { ...viewOrder(order), refunds, disputes };
}

async function refundsOf({ rows }: Pick<Database, "rows">, orderId: OrderId): Promise<MemberRefundView[]> {
  const refunds = await rows.refund.findMany({ where: { orderId }, orderBy: [{ askedAt: "desc" }, { id: "desc" }] });
  return refunds.map((row) => ({
    id: row.id as RefundId,
    state: row.state as MemberRefundView["state"],
    way: row.way as MemberRefundView["way"],
    amount: { amountMinor: row.amountMinor, currency: row.currency as Currency },
    reclaimed: credits(row.reclaimed),
    goodwill: credits(row.goodwill),
    askedAt: row.askedAt.toISOString(),
  }));
}

async function disputesOf({ rows }: Pick<Database, "rows">, orderId: OrderId): Promise<MemberDisputeView[]> {
  const disputes = await rows.dispute.findMany({ where: { orderId }, orderBy: [{ openedAt: "desc" }, { id: "desc" }] });
  return disputes.map(({ state, frozen, openedAt }) => ({
    state: state as MemberDisputeView["state"],
    frozen,
    openedAt: openedAt.toISOString(),
  }));
}
