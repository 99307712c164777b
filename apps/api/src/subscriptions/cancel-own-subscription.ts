import type { Tx } from "@covenant/db";
import type { MemberActor, SubscriptionId, SubscriptionView } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { carryOutCancellation } from "./carry-out-cancellation.ts";
import { endPlaced } from "./end-placed.ts";
import { lockSubscription, type SubscriptionRow } from "./lock-subscription.ts";
import { planCancellation } from "./plan-cancellation.ts";
import { settleSubscription } from "./settle-subscription.ts";
import { getOwn, getRunning } from "./subscription-store.ts";
import { viewSubscription } from "./view-subscription.ts";

type CancelDeps = Pick<Deps, "db" | "clock" | "payments" | "log">;

/**
 * Cancels on the billing page: it ends with the period that is paid, or at once where none is. It holds from the commit,
 * and the processor is told by a job. One that was never paid just ends; cancelled again, nothing changes.
 * @throws Refusal "thing/not-found" for a member who has none.
 */
export async function cancelOwnSubscription(deps: CancelDeps, actor: MemberActor): Promise<SubscriptionView> {
  const { memberId } = actor;
  const row = await getRunning(deps.db, memberId);
  const id = row.id as SubscriptionId;
  if (row.state === "placed" && !(await wasPaidMeanwhile(deps, row))) await endPlaced(deps, id);
  else await deps.db.transaction((tx) => cancel(tx, actor, id, deps.clock.now()));
  return viewSubscription(await getOwn(deps.db, memberId, id));
}

/** Shuts the page first, so that nobody pays for what has ended. */
async function wasPaidMeanwhile(deps: CancelDeps, { id, stripeSessionId }: SubscriptionRow): Promise<boolean> {
  if (stripeSessionId === null) return false;
  const { kind } = await deps.payments.closeSubscriptionCheckout(stripeSessionId);
  if (kind === "complete") await settleSubscription(deps, { subscriptionId: id as SubscriptionId });
  return kind === "complete";
}

async function cancel(tx: Tx, actor: MemberActor, id: SubscriptionId, now: Date): Promise<void> {
  const row = await lockSubscription(tx, id);
  if (row === null || !["active", "past-due", "paused"].includes(row.state)) return;
  // The processor's clock, which says when it was paid, may be a moment ahead of ours.
  const at = row.startedAt !== null && row.startedAt > now ? row.startedAt : now;
  const plan = await planCancellation(tx, row, { channel: "billing-page", receivedAt: at, now: at });
  await carryOutCancellation(tx, row, { plan, actor, act: "subscription.cancel", at });
}
