import { getOrderCredits, type SqlRunner } from "@covenant/db";
import type { Currency, OrderId, PaymentMethod, RefundQuestion, StorefrontId } from "@covenant/domain";
import type { OrderRefundQuestion } from "@covenant/policy";
import type { OrderRow } from "../orders/lock-order.ts";

type Asked = Pick<RefundQuestion, "ground" | "chosen" | "way"> & { now: Date };
type PersonRow = {
  country: string;
  subscribedAt: Date | null;
  dispute: OrderRefundQuestion["dispute"] | null;
  goodwill: number;
};

/** A bank that asks, or asked, and took nothing is no dispute to the terms: the money is ours to give. */
const personQuery = `
  SELECT m.country,
    (SELECT s.started_at FROM subscription s WHERE s.id = $3::text) AS "subscribedAt",
    (SELECT CASE WHEN bool_or(d.state = 'open') THEN 'open' WHEN bool_or(d.state IN ('lost', 'prevented')) THEN 'lost'
        WHEN bool_or(d.state = 'won') THEN 'won' END FROM dispute d WHERE d.order_id = $2::text) AS dispute,
    (SELECT coalesce(sum(r.goodwill), 0)::int FROM refund r WHERE r.order_id = $2::text) AS goodwill
  FROM member m WHERE m.id = $1::text`;

/** What the terms and the law ask about an order whose money is wanted back. In a transaction, under the order's lock. */
export async function loadRefundFacts(
  sql: SqlRunner,
  order: OrderRow,
  { ground, chosen, way, now }: Asked,
): Promise<OrderRefundQuestion> {
  const [person] = await sql.query<PersonRow>(personQuery, [order.memberId, order.id, order.subscriptionId]);
  if (person === undefined) throw new Error(`${order.id} has no member`);
  const { granted, available, held, spent, expired, reclaimed } = await getOrderCredits(sql, order.id as OrderId);
  const paidAt = order.paidAt ?? order.placedAt;
  return {
    storefront: order.storefront as StorefrontId,
    at: paidAt,
    ground,
    order: {
      ...(order.kind === "period"
        ? { kind: "subscription-period", subscribedAt: person.subscribedAt ?? paidAt }
        : { kind: "pack" }),
      paidAt,
      paid: { amountMinor: order.chargedMinor, currency: order.chargedCurrency as Currency },
      method: order.method as PaymentMethod,
      granted: granted === 0 ? order.credits : granted,
      arrived: granted > 0,
      unspent: available,
      held,
      spent,
      expired,
      reclaimed,
      refundedMinor: order.refundedMinor,
      goodwill: person.goodwill,
    },
    // Nobody here is asked whether they buy as a business, so everybody is taken for a consumer, whom the law favours.
    consumer: { country: person.country, isConsumer: true, startConsent: order.asksToStart },
    dispute: person.dispute ?? "none",
    byTransfer: way === "transfer",
    chosen,
    now,
  };
}
