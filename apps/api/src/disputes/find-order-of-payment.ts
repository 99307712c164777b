import type { Database } from "@covenant/db";
import type { OrderId } from "@covenant/domain";

/** The order that a payment paid; null where it is none of ours. */
export async function findOrderOfPayment(
  { rows }: Pick<Database, "rows">,
  paymentIntentId: string | null,
): Promise<OrderId | null> {
  if (paymentIntentId === null) return null;
  const order = await rows.order.findUnique({ where: { stripePaymentIntentId: paymentIntentId } });
  return order === null ? null : (order.id as OrderId);
}
