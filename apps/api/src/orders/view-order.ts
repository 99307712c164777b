import {
  type Currency,
  credits,
  type OrderId,
  type OrderKind,
  type OrderState,
  type OrderView,
  type PaymentMethod,
} from "@covenant/domain";
import { type OrderWithMoneyBack, standingOf } from "./standing-of-order.ts";

/** An order as its member sees it. */
export function viewOrder(row: OrderWithMoneyBack): OrderView {
  const isForeign = row.chargedCurrency !== row.currency;
  return {
    id: row.id as OrderId,
    kind: row.kind as OrderKind,
    state: row.state as OrderState,
    standing: standingOf(row),
    packName: row.packName,
    credits: credits(row.credits),
    price: { amountMinor: row.amountMinor, currency: row.currency as Currency },
    charged: isForeign
      ? { amount: { amountMinor: row.chargedMinor, currency: row.chargedCurrency as Currency }, rate: row.rate }
      : null,
    method: row.method as PaymentMethod,
    placedAt: row.placedAt.toISOString(),
    paidAt: row.paidAt?.toISOString() ?? null,
    checkoutUrl: row.state === "placed" && row.problem === null ? row.checkoutUrl : null,
    needsPerson: row.problem !== null,
    invoiceUrl: row.invoiceUrl,
    periodEnd: row.periodEnd?.toISOString() ?? null,
  };
}
