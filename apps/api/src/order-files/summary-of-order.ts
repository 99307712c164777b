import type { Prisma } from "@covenant/db";
import type { Currency, MemberId, OrderId, OrderKind, OrderState, OrderSummary, StorefrontId } from "@covenant/domain";
import { standingOf, withMoneyBack } from "../orders/standing-of-order.ts";

/** An order with what became of its money, its disputes the newest first. */
export const withMoneyAndDisputes = {
  ...withMoneyBack,
  disputes: { orderBy: [{ openedAt: "desc" }, { id: "desc" }] },
} as const satisfies Prisma.OrderInclude;

type OrderRow = Prisma.OrderGetPayload<{ include: typeof withMoneyAndDisputes }>;

/** An order as a list shows it. */
export function summaryOf(row: OrderRow, memberEmail: string): OrderSummary {
  const currency = row.chargedCurrency as Currency;
  return {
    id: row.id as OrderId,
    kind: row.kind as OrderKind,
    storefront: row.storefront as StorefrontId,
    memberId: row.memberId as MemberId,
    memberEmail,
    state: row.state as OrderState,
    standing: standingOf(row),
    packName: row.packName,
    charged: { amountMinor: row.chargedMinor, currency },
    refunded: { amountMinor: row.refundedMinor, currency },
    dispute: (row.disputes[0]?.state ?? null) as OrderSummary["dispute"],
    problem: row.problem,
    placedAt: row.placedAt.toISOString(),
  };
}
