import type { Tx } from "@covenant/db";
import { type MemberActor, newId, Refusal, type SubscriptionId, type SubscriptionView } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { lockSubscription } from "./lock-subscription.ts";
import { settleSubscription } from "./settle-subscription.ts";
import { getOwn, getRunning } from "./subscription-store.ts";
import { confirmKeeping } from "./tell-of-subscription.ts";
import { viewSubscription } from "./view-subscription.ts";

/**
 * Takes a cancellation back while the paid period runs. It is undone with us first: if the processor then cannot be told,
 * nothing is charged and the member finds it cancelled as before. Kept twice, it is kept once.
 * @throws Refusal "subscription/not-changeable" where nothing is cancelled, "thing/not-found".
 */
export async function keepSubscription(
  deps: Pick<Deps, "db" | "clock" | "payments" | "log">,
  { memberId }: MemberActor,
): Promise<SubscriptionView> {
  const { id: running, stripeSubscriptionId } = await getRunning(deps.db, memberId);
  const subscriptionId = running as SubscriptionId;
  const isKept = await deps.db.transaction((tx) => keep(tx, subscriptionId, deps.clock.now()));
  if (isKept && stripeSubscriptionId !== null) {
    await deps.payments.setRenewing(stripeSubscriptionId, true, newId("request"));
    await settleSubscription(deps, { subscriptionId });
  }
  return viewSubscription(await getOwn(deps.db, memberId, subscriptionId));
}

async function keep(tx: Tx, id: SubscriptionId, now: Date): Promise<boolean> {
  const row = await lockSubscription(tx, id);
  if (row?.state === "active" && row.endsAt === null) return false;
  if (row?.state !== "cancelling" || row.endsAt === null || row.endsAt <= now)
    throw new Refusal("subscription/not-changeable", { state: row?.state ?? null });
  const kept = { state: "active", cancelledAt: null, cancelledBy: null, endsAt: null };
  await tx.rows.subscription.update({ where: { id }, data: kept });
  await confirmKeeping(tx, row, row.periodEnd ?? row.endsAt);
  return true;
}
