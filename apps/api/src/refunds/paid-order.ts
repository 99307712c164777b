import type { Database } from "@covenant/db";
import { type OrderId, Refusal } from "@covenant/domain";
import type { OrderRow } from "../orders/lock-order.ts";

/** @throws Refusal "thing/not-found"; "refund/not-due" for an order that nobody paid. */
export async function getPaidOrder({ rows }: Pick<Database, "rows">, orderId: OrderId): Promise<OrderRow> {
  return requirePaid(await rows.order.findUnique({ where: { id: orderId } }));
}

/** @throws as {@link getPaidOrder}. */
export function requirePaid(order: OrderRow | null): OrderRow {
  if (order === null) throw new Refusal("thing/not-found", { thing: "order" });
  if (order.state !== "paid") throw new Refusal("refund/not-due", { state: order.state });
  return order;
}
