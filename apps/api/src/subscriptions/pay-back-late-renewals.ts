import type { SubscriptionId } from "@covenant/domain";
import type { CancellationChannel } from "@covenant/policy";
import type { Deps } from "../deps.ts";
import { carryOutCancellation } from "./carry-out-cancellation.ts";
import { lockSubscription } from "./lock-subscription.ts";
import { planCancellation } from "./plan-cancellation.ts";

const ourselves = { kind: "system", part: "subscriptions" } as const;

/** Periods beyond the one that was running, paid after the cancellation had reached us, of which nothing was paid back. */
const lateQuery = `
  SELECT DISTINCT s.id FROM subscription s JOIN credit_order o ON o.subscription_id = s.id
  WHERE s.cancelled_at IS NOT NULL AND o.state = 'paid' AND o.paid_at > s.cancelled_at
    AND o.period_end > coalesce((SELECT max(e.period_end) FROM credit_order e
      WHERE e.subscription_id = s.id AND e.state = 'paid' AND e.paid_at <= s.cancelled_at), s.cancelled_at)
    AND NOT EXISTS (SELECT FROM refund r WHERE r.order_id = o.id)
  LIMIT 50`;

/** Pays back renewals that slipped in between a cancellation and the moment the processor heard of it. */
export async function payBackLateRenewals(deps: Pick<Deps, "db" | "clock">): Promise<number> {
  const found = await deps.db.query<{ id: SubscriptionId }>(lateQuery, []);
  for (const { id } of found) await payBackLate(deps, id);
  return found.length;
}

async function payBackLate({ db, clock }: Pick<Deps, "db" | "clock">, id: SubscriptionId): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await lockSubscription(tx, id);
    if (row === null || row.cancelledAt === null) return;
    const channel = (row.cancelledBy ?? "billing-page") as CancellationChannel;
    const at = clock.now();
    const plan = await planCancellation(tx, row, { channel, receivedAt: row.cancelledAt, now: at });
    if (plan.late.length === 0) return;
    const note = "A renewal came between the cancellation and the processor's hearing of it.";
    await carryOutCancellation(tx, row, { plan, actor: ourselves, act: "subscription.pay-back", note, at });
  });
}
