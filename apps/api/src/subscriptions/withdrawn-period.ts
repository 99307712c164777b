import type { Database, Tx } from "@covenant/db";
import type { OrderRow } from "../orders/lock-order.ts";
import type { PricedPlan } from "../plans/price-in-force.ts";

type Reader = Pick<Database, "rows"> | Pick<Tx, "rows">;

/** What of a subscription a withdrawal is from: an upgrade alone, or the period and with it the whole. */
export type WithdrawnPeriod =
  | { kind: "upgrade" /** What was paid before it, and goes on. */; standing: OrderRow }
  | { kind: "whole" /** What else was paid, the newest first. */; others: OrderRow[] };

/**
 * What else a withdrawal from a period's order is about. An upgrade is an order for the rest of a period that another one
 * paid for before: then what was paid before it stands. Everything else is the contract, with all that was paid on it.
 */
export async function withdrawnPeriod(reader: Reader, order: OrderRow): Promise<WithdrawnPeriod> {
  const paid = await standingOrders(reader, order);
  const isBefore = ({ paidAt }: OrderRow) => paidAt !== null && order.paidAt !== null && paidAt < order.paidAt;
  const standing = paid.find((other) => isBefore(other) && sameEnd(other, order));
  return standing === undefined ? { kind: "whole", others: paid } : { kind: "upgrade", standing };
}

/** The other orders of its subscription that are paid and not withdrawn from, the newest first. */
function standingOrders({ rows }: Reader, { id, subscriptionId }: OrderRow): Promise<OrderRow[]> {
  return rows.order.findMany({
    where: { subscriptionId, id: { not: id }, state: "paid", refunds: { none: withdrawal } },
    orderBy: { paidAt: "desc" },
  });
}

/** A refund that says that its order was withdrawn from. */
export const withdrawal = { ground: "withdrawal", state: { not: "failed" } };

const sameEnd = (one: OrderRow, other: OrderRow) => one.periodEnd?.getTime() === other.periodEnd?.getTime();

/** The price that an order of a period was charged at; of one that was charged a share, the price of its day. */
export async function priceOfOrder({ rows }: Reader, order: OrderRow): Promise<PricedPlan> {
  const prices = await rows.planPrice.findMany({
    where: { storefront: order.storefront, planId: order.packId },
    orderBy: { effectiveAt: "desc" },
    include: { plan: true },
  });
  const paidAt = order.paidAt ?? order.placedAt;
  const price =
    prices.find(({ amountMinor }) => amountMinor === order.amountMinor) ??
    prices.find(({ effectiveAt }) => effectiveAt <= paidAt);
  if (price === undefined) throw new Error(`${order.id} was paid for a plan that has no price`);
  return price;
}
