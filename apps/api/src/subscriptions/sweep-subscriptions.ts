import { enqueue } from "@covenant/db";
import type { SubscriptionId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { settleSubscriptionJob } from "./subscriptions-jobs.ts";

/**
 * Asks the processor where no webhook may have come: about pages that are open, periods that are over or not paid,
 * cancellations of the last day, and about each that runs once a day. One whose page never opened cannot be paid; after a
 * day it has ended.
 */
export async function sweepSubscriptions({ db }: Pick<Deps, "db">): Promise<number> {
  await db.query(
    `UPDATE subscription SET state = 'ended', ended_at = now()
     WHERE state = 'placed' AND stripe_session_id IS NULL AND placed_at < now() - interval '1 day'`,
    [],
  );
  return db.transaction(async (tx) => {
    const due = await tx.query<{ id: SubscriptionId }>(dueQuery, []);
    for (const { id: subscriptionId } of due) await enqueue(tx, settleSubscriptionJob, { subscriptionId });
    return due.length;
  });
}

const dueQuery = `
  WITH clock AS (SELECT extract(minute FROM now())::int % 10 = 0 AS is_tenth,
    extract(hour FROM now())::int * 60 + extract(minute FROM now())::int AS minute_of_day)
  SELECT s.id FROM subscription s, clock
  WHERE s.state = 'placed' AND s.stripe_session_id IS NOT NULL AND s.placed_at < now() - interval '30 seconds'
      AND (s.placed_at > now() - interval '10 minutes' OR is_tenth)
    OR s.state NOT IN ('placed', 'ended') AND s.period_end < now() AND is_tenth
    OR s.state IN ('active', 'past-due') AND is_tenth AND NOT EXISTS (
      SELECT 1 FROM credit_order o WHERE o.subscription_id = s.id AND o.period_end >= s.period_end)
    OR s.cancelled_at > now() - interval '1 day' AND is_tenth
    OR s.state NOT IN ('placed', 'ended') AND abs(hashtext(s.id)::bigint) % 1440 = minute_of_day
  ORDER BY s.period_end NULLS FIRST LIMIT 200`;
