import type { Database } from "@covenant/db";
import { type MemberId, type OrderId, Refusal, type RequestId } from "@covenant/domain";
import { type OrderWithMoneyBack, withMoneyBack } from "./standing-of-order.ts";

/** The order an earlier sending of the same request placed. */
export function findOrderByRequest(db: Pick<Database, "rows">, memberId: MemberId, requestId: RequestId) {
  return db.rows.order.findUnique({ where: { memberId_requestId: { memberId, requestId } }, include: withMoneyBack });
}

/** A member's own order; another's does not exist for them. */
export async function getOwnOrder(
  db: Pick<Database, "rows">,
  memberId: MemberId,
  id: OrderId,
): Promise<OrderWithMoneyBack> {
  const row = await db.rows.order.findFirst({ where: { id, memberId }, include: withMoneyBack });
  if (row === null) throw new Refusal("thing/not-found", { thing: "order" });
  return row;
}
