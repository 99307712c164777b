import type { SqlRunner } from "@covenant/db";
import type { MemberId, ModelPriceId, StorefrontId } from "@covenant/domain";

/** Somebody to tell of a price that rises. */
export type Subscriber = { memberId: MemberId; email: string };

const subscribes = "s.state NOT IN ('placed', 'ended') AND s.started_at IS NOT NULL AND m.closed_at IS NULL";

/** How many have a subscription of a storefront now. */
export async function countSubscribers(sql: SqlRunner, storefront: StorefrontId): Promise<number> {
  const [row] = await sql.query<{ subscribers: number }>(
    `SELECT count(DISTINCT m.id)::int AS subscribers FROM subscription s JOIN member m ON m.id = s.member_id
     WHERE ${subscribes} AND s.storefront = $1::text`,
    [storefront],
  );
  return row?.subscribers ?? 0;
}

export type Untold = Subscriber & {
  priceId: ModelPriceId;
  storefront: StorefrontId;
  modelName: string;
  fromCredits: number;
  credits: number;
  effectiveAt: Date;
};

/**
 * Those who had a subscription when a higher price of a model was set, have it still, and were not told. Of prices that
 * hold already only the newest is news.
 */
export function listUntold(sql: SqlRunner, { at, limit }: { at: Date; limit: number }): Promise<Untold[]> {
  return sql.query<Untold>(
    `SELECT DISTINCT p.id AS "priceId", p.storefront, l.name AS "modelName", b.credits AS "fromCredits", p.credits,
       p.effective_at AS "effectiveAt", m.id AS "memberId", m.email
     FROM model_price p
     JOIN model l ON l.storefront = p.storefront AND l.id = p.model_id AND l.enabled
     JOIN LATERAL (SELECT credits FROM model_price e WHERE e.storefront = p.storefront AND e.model_id = p.model_id
       AND e.effective_at < p.effective_at ORDER BY e.effective_at DESC LIMIT 1) b ON b.credits < p.credits
     JOIN subscription s ON s.storefront = p.storefront AND s.started_at <= p.created_at
     JOIN member m ON m.id = s.member_id
     WHERE ${subscribes}
       AND NOT EXISTS (SELECT FROM model_price_notice n WHERE n.price_id = p.id AND n.member_id = m.id)
       AND NOT EXISTS (SELECT FROM model_price o WHERE o.storefront = p.storefront AND o.model_id = p.model_id
         AND o.effective_at > p.effective_at AND o.effective_at <= $1::timestamptz)
     ORDER BY p.id, m.id LIMIT $2::int`,
    [at, limit],
  );
}
