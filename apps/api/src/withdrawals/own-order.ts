import type { Database, Tx } from "@covenant/db";
import { type MemberId, type OrderId, Refusal } from "@covenant/domain";
import type { OrderRow } from "../orders/lock-order.ts";

/** @throws Refusal "thing/not-found", also where the order is another's. */
export async function getOwnOrder(
  { rows }: Pick<Database, "rows"> | Pick<Tx, "rows">,
  { memberId, orderId }: { memberId: MemberId; orderId: OrderId },
): Promise<OrderRow> {
  const order = await rows.order.findFirst({ where: { id: orderId, memberId } });
  if (order === null) throw new Refusal("thing/not-found", { thing: "order" });
  return order;
}
