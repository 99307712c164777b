import type { OrderId, RefundView } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { viewRefund } from "./view-refund.ts";

/** Every refund of an order, the newest first; failed ones too. */
export async function listRefunds({ db }: Pick<Deps, "db">, orderId: OrderId): Promise<RefundView[]> {
  const rows = await db.rows.refund.findMany({ where: { orderId }, orderBy: [{ askedAt: "desc" }, { id: "desc" }] });
  return rows.map(viewRefund);
}
