import type { SubscriptionId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { settleSubscription } from "./settle-subscription.ts";

/**
 * Settles the subscription that the processor speaks of before we knew its id there: the first events of a payment may
 * come before its page is closed. Ours is named in its metadata.
 */
export async function adoptSubscription(
  deps: Pick<Deps, "db" | "clock" | "payments" | "log">,
  { processorId }: { processorId: string },
): Promise<void> {
  const { subscriptionId } = await deps.payments.readSubscription(processorId);
  const { count } = await deps.db.rows.subscription.updateMany({
    where: { id: subscriptionId ?? "", OR: [{ stripeSubscriptionId: null }, { stripeSubscriptionId: processorId }] },
    data: { stripeSubscriptionId: processorId },
  });
  if (subscriptionId === null || count === 0) deps.log.error({ processorId }, "a subscription is none of ours");
  else await settleSubscription(deps, { subscriptionId: subscriptionId satisfies SubscriptionId });
}
