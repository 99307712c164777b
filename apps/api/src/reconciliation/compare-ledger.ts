import type { OrderBook } from "@covenant/db";
import type { DifferenceKind, OrderId } from "@covenant/domain";
import type { FoundDifference } from "./compare-pairs.ts";

/** An order as its own row and its refunds' rows have it. */
export type OrderedBook = {
  orderId: OrderId;
  isPaid: boolean;
  credits: number;
  amountMinor: number;
  currency: string;
  /** Credits that refunds which stand have taken back. */
  reclaimed: number;
};

/** What of an order the ledger has otherwise: one lot with the ordered credits at its price, and what refunds took. */
export function differencesOfLedger(order: OrderedBook, ledger: OrderBook): FoundDifference[] {
  const credits = differenceIn(order.orderId, "credits");
  return [
    ...lotDifferences(order, ledger),
    ...(order.reclaimed === ledger.reclaimed ? [] : [credits("reclaim-differs", order.reclaimed, ledger.reclaimed)]),
  ];
}

function lotDifferences({ orderId, ...order }: OrderedBook, ledger: OrderBook): FoundDifference[] {
  const credits = differenceIn(orderId, "credits");
  if (!order.isPaid) return ledger.lots === 0 ? [] : [credits("lot-of-unpaid-order", 0, ledger.granted)];
  if (ledger.lots === 0) return [credits("lot-missing", order.credits, null)];
  if (ledger.lots > 1) return [credits("lot-twice", order.credits, ledger.granted)];
  const isPriced = ledger.paidMinor === order.amountMinor && ledger.paidCurrency === order.currency;
  const money = differenceIn(orderId, ledger.paidCurrency ?? order.currency);
  return [
    ...(ledger.granted === order.credits ? [] : [credits("lot-credits-differ", order.credits, ledger.granted)]),
    ...(isPriced ? [] : [money("lot-price-differs", order.amountMinor, ledger.paidMinor)]),
  ];
}

function differenceIn(orderId: OrderId, unit: string) {
  return (kind: DifferenceKind, ours: number, theirs: number | null): FoundDifference => ({
    kind,
    subject: orderId,
    orderId,
    refundId: null,
    disputeId: null,
    processorId: null,
    ours,
    theirs,
    unit,
  });
}
