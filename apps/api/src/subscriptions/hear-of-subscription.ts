import { enqueue, type Tx } from "@covenant/db";
import type { SubscriptionId } from "@covenant/domain";
import { adoptSubscriptionJob, settleSubscriptionJob } from "./subscriptions-jobs.ts";

/** Has a subscription settled because it, or an invoice of it, was heard of. */
export async function hearOfSubscription(tx: Tx, processorId: string): Promise<null> {
  const row = await tx.rows.subscription.findUnique({ where: { stripeSubscriptionId: processorId } });
  if (row === null) await enqueue(tx, adoptSubscriptionJob, { processorId });
  else await enqueue(tx, settleSubscriptionJob, { subscriptionId: row.id as SubscriptionId });
  return null;
}

/** Has the subscription of a checkout settled; false where the checkout is none of a subscription. */
export async function hearOfSubscriptionCheckout(tx: Tx, sessionId: string): Promise<boolean> {
  const row = await tx.rows.subscription.findUnique({ where: { stripeSessionId: sessionId } });
  if (row !== null) await enqueue(tx, settleSubscriptionJob, { subscriptionId: row.id as SubscriptionId });
  return row !== null;
}
