import type { OrderId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import type { Pair } from "./pair-books.ts";

/**
 * Asks the processor about what has one side alone: a payment that no order has may have come through the checkout of one
 * that was never settled.
 */
export async function explainPairs(deps: Pick<Deps, "db" | "payments">, pairs: readonly Pair[]): Promise<Pair[]> {
  const explained: Pair[] = [];
  for (const pair of pairs) {
    const { noun, processorId, ours, theirs } = pair;
    const isOneSided = processorId !== null && (ours === null || theirs === null);
    const orderId = isOneSided && noun === "payment" ? await orderBehind(deps, pair) : pair.orderId;
    explained.push({ ...pair, orderId });
  }
  return explained;
}

async function orderBehind({ db, payments }: Pick<Deps, "db" | "payments">, pair: Pair): Promise<OrderId | null> {
  const { orderId, processorId } = pair;
  if (orderId !== null || processorId === null) return orderId;
  const stripeSessionId = await payments.findCheckoutOf(processorId);
  if (stripeSessionId === null) return null;
  const order = await db.rows.order.findUnique({ where: { stripeSessionId }, select: { id: true } });
  return order === null ? null : (order.id as OrderId);
}
