import { enqueue, type Tx } from "@covenant/db";
import type { OrderId } from "@covenant/domain";
import { settleOrderJob } from "./orders-jobs.ts";

/** Has an order settled because its checkout was heard of. Answers why nobody will, or null. */
export async function hearOfCheckout(tx: Tx, processorId: string): Promise<string | null> {
  const order = await tx.rows.order.findUnique({ where: { stripeSessionId: processorId } });
  if (order === null) return "no order has this checkout";
  await enqueue(tx, settleOrderJob, { orderId: order.id as OrderId });
  return null;
}
