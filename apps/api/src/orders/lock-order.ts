import type { Prisma, Tx } from "@covenant/db";
import type { OrderId } from "@covenant/domain";

export type OrderRow = Prisma.OrderGetPayload<object>;

/** Locks an order until the transaction ends; null when there is none. What changes an order's money begins here. */
export async function lockOrder(tx: Tx, id: OrderId): Promise<OrderRow | null> {
  await tx.query("SELECT 1 AS locked FROM credit_order WHERE id = $1::text FOR NO KEY UPDATE", [id]);
  return tx.rows.order.findUnique({ where: { id } });
}
