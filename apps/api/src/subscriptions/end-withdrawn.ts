import type { SubscriptionId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { carryOutCancellation } from "./carry-out-cancellation.ts";
import { lockSubscription } from "./lock-subscription.ts";
import { planCancellation } from "./plan-cancellation.ts";

const ourselves = { kind: "system", part: "subscriptions" } as const;
const act = "subscription.end-withdrawn";

/** Subscriptions that renew although their member has withdrawn from a period of them. */
const withdrawnQuery = `
  SELECT DISTINCT ON (s.id) s.id, r.id AS "refundId" FROM refund r
  JOIN credit_order o ON o.id = r.order_id JOIN subscription s ON s.id = o.subscription_id
  WHERE r.ground = 'withdrawal' AND r.state <> 'failed' AND s.cancelled_at IS NULL
    AND s.state IN ('active', 'past-due', 'paused')
    AND NOT EXISTS (SELECT FROM act a WHERE a.subject = s.id AND a.act = '${act}' AND a.facts ->> 'refundId' = r.id)
  ORDER BY s.id, r.asked_at LIMIT 50`;

type Withdrawn = { id: SubscriptionId; refundId: string };

/**
 * Whoever withdraws from a period wants no more of them: the subscription is cancelled, once for each withdrawal, so that a
 * member may keep it after all (Directive 2011/83/EU, art. 12: withdrawal ends the obligation to go on).
 */
export async function endWithdrawn(deps: Pick<Deps, "db" | "clock">): Promise<number> {
  const found = await deps.db.query<Withdrawn>(withdrawnQuery, []);
  for (const withdrawn of found) await end(deps, withdrawn);
  return found.length;
}

async function end({ db, clock }: Pick<Deps, "db" | "clock">, { id, refundId }: Withdrawn): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await lockSubscription(tx, id);
    if (row === null || row.cancelledAt !== null || row.startedAt === null) return;
    // The processor's clock, which says when it was paid, may be a moment ahead of ours.
    const at = new Date(Math.max(row.startedAt.getTime(), clock.now().getTime()));
    const plan = await planCancellation(tx, row, { channel: "billing-page", receivedAt: at, now: at });
    const note = "The member withdrew from a period of it.";
    await carryOutCancellation(tx, row, { plan, actor: ourselves, act, note, at, facts: { refundId } });
  });
}
