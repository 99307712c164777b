import type { SubscriptionId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { parkEvents } from "../parked-events/park-events.ts";
import { settleSubscription } from "./settle-subscription.ts";

/**
 * Settles the subscription that the processor speaks of before we knew its id there: the first events of a payment may
 * come before its page is closed. Ours is named in its metadata. One that is not ours is left for staff with its events,
 * those of its invoices among them.
 */
export async function adoptSubscription(
  deps: Pick<Deps, "db" | "clock" | "payments" | "log">,
  { processorId }: { processorId: string },
): Promise<void> {
  const id = await deps.payments.findSubscriptionOf(processorId);
  if (id === null) return park(deps, processorId, "no subscription of ours is this one");
  const { count } = await deps.db.rows.subscription.updateMany({
    where: { id, OR: [{ stripeSubscriptionId: null }, { stripeSubscriptionId: processorId }] },
    data: { stripeSubscriptionId: processorId },
  });
  if (count === 0) return park(deps, processorId, `it names ${id}, which is none of ours or another one there`);
  await settleSubscription(deps, { subscriptionId: id satisfies SubscriptionId });
}

function park({ db }: Pick<Deps, "db">, processorId: string, problem: string): Promise<void> {
  return parkEvents(db, { noun: "subscription", processorId }, { reason: "foreign", problem });
}
