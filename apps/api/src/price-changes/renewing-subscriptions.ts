import type { SqlRunner } from "@covenant/db";
import type { Currency, MemberId, PlanInterval, PlanPriceId, StorefrontId, SubscriptionId } from "@covenant/domain";

/** A subscription that renews, with the price that its next renewal is charged at as things stand. */
export type Renewing = {
  id: SubscriptionId;
  storefront: StorefrontId;
  memberId: MemberId;
  email: string;
  periodStart: Date;
  periodEnd: Date;
  planName: string;
  interval: PlanInterval;
  priceId: PlanPriceId;
  amountMinor: number;
  currency: Currency;
};

const columns = `s.id, s.storefront, s.member_id AS "memberId", m.email, s.period_start AS "periodStart",
  s.period_end AS "periodEnd", l.name AS "planName", l.interval, b.id AS "priceId", b.amount_minor AS "amountMinor", b.currency`;

const joined = `FROM subscription s
  JOIN plan_price b ON b.id = coalesce(s.renewal_price_id, s.price_id)
  JOIN plan l ON l.storefront = b.storefront AND l.id = b.plan_id
  JOIN member m ON m.id = s.member_id`;

/** Later prices of the plan that renews. */
const withNewer = `${joined}
  JOIN plan_price q ON q.storefront = b.storefront AND q.plan_id = b.plan_id AND q.effective_at > b.effective_at`;

/** A cancelled one does not renew; if it is kept after all, it is among them again. */
const renews = `s.state IN ('active', 'past-due', 'paused') AND m.closed_at IS NULL
  AND num_nulls(s.period_start, s.period_end) = 0`;

/** Those who will renew a plan, which whoever chose another one for the next renewal does not. */
export function listRenewing(sql: SqlRunner, plan: { storefront: StorefrontId; planId: string }): Promise<Renewing[]> {
  return sql.query<Renewing>(
    `SELECT ${columns} ${joined} WHERE ${renews} AND b.storefront = $1::text AND b.plan_id = $2::text ORDER BY s.id`,
    [plan.storefront, plan.planId],
  );
}

export type Untold = Renewing & { newPriceId: PlanPriceId; effectiveAt: Date; newAmountMinor: number };

/**
 * Those whose plan has a newer price of which nobody told them: they subscribed, or came back to it, after it was set. Of
 * prices that hold already only the newest is news.
 */
export function listUntold(sql: SqlRunner, { at, limit }: { at: Date; limit: number }): Promise<Untold[]> {
  return sql.query<Untold>(
    `SELECT ${columns}, q.id AS "newPriceId", q.effective_at AS "effectiveAt", q.amount_minor AS "newAmountMinor"
     ${withNewer} WHERE ${renews}
       AND NOT EXISTS (SELECT FROM price_notice n WHERE n.price_id = q.id AND n.subscription_id = s.id)
       AND NOT EXISTS (SELECT FROM plan_price o WHERE o.storefront = q.storefront AND o.plan_id = q.plan_id
         AND o.effective_at > q.effective_at AND o.effective_at <= $1::timestamptz)
     ORDER BY s.id LIMIT $2::int`,
    [at, limit],
  );
}

export type Told = Renewing & {
  stripeSubscriptionId: string;
  newPriceId: PlanPriceId;
  effectiveAt: Date;
  toldAt: Date;
};

/**
 * Those told of newer prices than their next renewal carries, the newest price first; of one subscription where named. A
 * notice counts from when its mail has left, and one that its carrier refused told nobody.
 */
export function listTold(sql: SqlRunner, subscriptionId: SubscriptionId | null = null): Promise<Told[]> {
  return sql.query<Told>(
    `SELECT ${columns}, s.stripe_subscription_id AS "stripeSubscriptionId", q.id AS "newPriceId",
       q.effective_at AS "effectiveAt", greatest(n.told_at, w.sent_at) AS "toldAt"
     ${withNewer} JOIN price_notice n ON n.price_id = q.id AND n.subscription_id = s.id
     JOIN mail w ON w.id = n.mail_id AND w.state = 'sent'
     WHERE ${renews} AND s.stripe_subscription_id IS NOT NULL AND ($1::text IS NULL OR s.id = $1::text)
       AND q.effective_at <= s.period_end
     ORDER BY s.id, q.effective_at DESC`,
    [subscriptionId],
  );
}
