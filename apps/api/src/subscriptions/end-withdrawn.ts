import type { SubscriptionId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { carryOutCancellation } from "./carry-out-cancellation.ts";
import { lockSubscription } from "./lock-subscription.ts";
import { planCancellation } from "./plan-cancellation.ts";

const ourselves = { kind: "system", part: "subscriptions" } as const;
const act = "subscription.end-withdrawn";

/** Subscriptions that renew although a period of them was withdrawn from, or its payment was lost to the payer's bank. */
const withdrawnQuery = `
  SELECT DISTINCT ON (s.id) s.id, back.cause, back.note FROM (
    SELECT order_id, id AS cause, 'The member withdrew from a period of it.' AS note
    FROM refund WHERE ground = 'withdrawal' AND state <> 'failed'
    UNION ALL
    SELECT order_id, id, 'The payment of a period was lost to the payer''s bank.'
    FROM dispute WHERE state IN ('lost', 'prevented')
  ) back
  JOIN credit_order o ON o.id = back.order_id JOIN subscription s ON s.id = o.subscription_id
  WHERE s.cancelled_at IS NULL AND s.state IN ('active', 'past-due', 'paused')
    AND NOT EXISTS (SELECT FROM act a WHERE a.subject = s.id AND a.act = '${act}' AND a.facts ->> 'cause' = back.cause)
  ORDER BY s.id, back.cause LIMIT 50`;

type Withdrawn = { id: SubscriptionId; cause: string; note: string };

/**
 * Whoever withdraws from a period, or has their bank take its payment back, wants no more of them: the subscription is
 * cancelled, once for each, so that a member may keep it after all (Directive 2011/83/EU, art. 12: withdrawal ends the
 * obligation to go on).
 */
export async function endWithdrawn(deps: Pick<Deps, "db" | "clock">): Promise<number> {
  const found = await deps.db.query<Withdrawn>(withdrawnQuery, []);
  for (const withdrawn of found) await end(deps, withdrawn);
  return found.length;
}

async function end({ db, clock }: Pick<Deps, "db" | "clock">, { id, cause, note }: Withdrawn): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await lockSubscription(tx, id);
    if (row === null || row.cancelledAt !== null || row.startedAt === null) return;
    // The processor's clock, which says when it was paid, may be a moment ahead of ours.
    const at = new Date(Math.max(row.startedAt.getTime(), clock.now().getTime()));
    const plan = await planCancellation(tx, row, { channel: "billing-page", receivedAt: at, now: at });
    await carryOutCancellation(tx, row, { plan, actor: ourselves, act, note, at, facts: { cause } });
  });
}
