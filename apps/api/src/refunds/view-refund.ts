import type { Prisma } from "@covenant/db";
import {
  type Currency,
  credits,
  type OrderId,
  type RefundGround,
  type RefundId,
  type RefundState,
  type RefundView,
  type RefundWay,
} from "@covenant/domain";

export type RefundRow = Prisma.RefundGetPayload<object>;

/** A refund as staff see it. */
export function viewRefund(row: RefundRow): RefundView {
  return {
    id: row.id as RefundId,
    orderId: row.orderId as OrderId,
    ground: row.ground as RefundGround,
    way: row.way as RefundWay,
    note: row.note,
    state: row.state as RefundState,
    moves: { reclaim: credits(row.reclaimed), goodwill: credits(row.goodwill), amountMinor: row.amountMinor },
    amount: { amountMinor: row.amountMinor, currency: row.currency as Currency },
    problem: row.problem,
    receivedAt: row.receivedAt?.toISOString() ?? null,
    askedAt: row.askedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}
