import type { Deps } from "../deps.ts";
import { parkEvents, unparkEvents } from "../parked-events/park-events.ts";

/**
 * Finds out whose an invoice is that no subscription has. One of an order's checkout says nothing that the checkout does
 * not; any other is somebody else's on the same account and is left for staff with its events. Nothing moves.
 */
export async function attributeInvoice(
  deps: Pick<Deps, "db" | "payments">,
  { processorId }: { processorId: string },
): Promise<void> {
  const about = { noun: "invoice", processorId } as const;
  if (await isOurs(deps, processorId)) return unparkEvents(deps.db, about);
  await parkEvents(deps.db, about, {
    reason: "foreign",
    problem: "no order and no subscription of ours has this invoice",
  });
}

async function isOurs({ db, payments }: Pick<Deps, "db" | "payments">, processorId: string): Promise<boolean> {
  const { orderId, paymentIntentId } = await payments.readInvoiceOrigin(processorId);
  if (orderId !== null && (await db.rows.order.count({ where: { id: orderId } })) > 0) return true;
  const stripeSessionId = paymentIntentId === null ? null : await payments.findCheckoutOf(paymentIntentId);
  return stripeSessionId !== null && (await db.rows.order.count({ where: { stripeSessionId } })) > 0;
}
