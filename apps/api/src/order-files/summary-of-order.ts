import type { Prisma } from "@covenant/db";
import type { Currency, MemberId, OrderId, OrderKind, OrderState, OrderSummary, StorefrontId } from "@covenant/domain";

/** An order with its disputes, the newest first. */
export type DisputedOrder = Prisma.OrderGetPayload<{ include: { disputes: true } }>;

/** An order as a list shows it. */
export function summaryOf(row: DisputedOrder, memberEmail: string): OrderSummary {
  const currency = row.chargedCurrency as Currency;
  return {
    id: row.id as OrderId,
    kind: row.kind as OrderKind,
    storefront: row.storefront as StorefrontId,
    memberId: row.memberId as MemberId,
    memberEmail,
    state: row.state as OrderState,
    packName: row.packName,
    charged: { amountMinor: row.chargedMinor, currency },
    refunded: { amountMinor: row.refundedMinor, currency },
    dispute: (row.disputes[0]?.state ?? null) as OrderSummary["dispute"],
    problem: row.problem,
    placedAt: row.placedAt.toISOString(),
  };
}
