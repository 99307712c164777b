import type { SqlRunner } from "@covenant/db";
import type { DisputeId, OrderId, RefundId } from "@covenant/domain";
import type { Span } from "../payments/payments.ts";

/** What moved once, as our row and the processor's movement have it; one of them may be missing. */
export type Pair = {
  noun: "payment" | "refund" | "refund-failure" | "dispute" | "dispute-reversal" | "other";
  /** The processor's ids: of the movement, and of the payment, refund or dispute it belongs to. */
  movementId: string | null;
  processorId: string | null;
  orderId: OrderId | null;
  refundId: RefundId | null;
  disputeId: DisputeId | null;
  /** In minor units, negative where money leaves us; null on the side that has nothing. */
  ours: number | null;
  ourCurrency: string | null;
  theirs: number | null;
  theirCurrency: string | null;
};

/** Each movement of the day with our row for it, whatever day that has. A payment is an order's once. */
const theirsQuery = `
  SELECT m.kind AS noun, m.id AS "movementId", coalesce(m.refund_id, m.dispute_id, m.payment_intent_id) AS "processorId",
    coalesce(o.id, r.order_id, d.order_id, other.id) AS "orderId", r.id AS "refundId", d.id AS "disputeId",
    (CASE m.kind WHEN 'payment' THEN o.charged_minor
      WHEN 'refund' THEN -r.amount_minor WHEN 'refund-failure' THEN CASE r.state WHEN 'failed' THEN r.amount_minor END
      WHEN 'dispute' THEN -d.amount_minor WHEN 'dispute-reversal' THEN CASE WHEN d.state = 'won' OR retaken.id IS NOT NULL
        THEN d.amount_minor END END)::float8 AS ours,
    coalesce(o.charged_currency, r.currency, d.currency) AS "ourCurrency",
    m.amount_minor::float8 AS theirs, m.currency AS "theirCurrency"
  FROM balance_movement m
  LEFT JOIN credit_order o ON m.kind = 'payment' AND o.stripe_payment_intent_id = m.payment_intent_id AND o.state = 'paid'
    AND m.id = (SELECT first.id FROM balance_movement first WHERE first.payment_intent_id = m.payment_intent_id
      AND first.kind = 'payment' ORDER BY first.occurred_at, first.id LIMIT 1)
  LEFT JOIN refund r ON m.kind IN ('refund', 'refund-failure') AND r.stripe_refund_id = m.refund_id
  LEFT JOIN dispute d ON m.kind IN ('dispute', 'dispute-reversal') AND d.stripe_dispute_id = m.dispute_id
  LEFT JOIN credit_order other ON other.stripe_payment_intent_id = m.payment_intent_id
  LEFT JOIN LATERAL (SELECT again.id FROM balance_movement again WHERE again.dispute_id = m.dispute_id
    AND again.kind = 'dispute' AND again.occurred_at > m.occurred_at LIMIT 1) AS retaken ON m.kind = 'dispute-reversal'
  WHERE m.day = $1::date AND m.kind NOT IN ('fee', 'payout')
  ORDER BY m.occurred_at, m.id`;

const has = (column: string, kind: string, id: string) =>
  `EXISTS (SELECT FROM balance_movement m WHERE m.${column} = ${id} AND m.kind = '${kind}')`;
const within = (column: string) => `${column} >= $1::timestamptz AND ${column} < $2::timestamptz`;
const nothing = `NULL::float8 AS theirs, NULL AS "theirCurrency"`;

/** Our rows of the day for which no movement of any day is known. What is under way, or moved no money, has none yet. */
const oursQuery = `
  SELECT 'payment' AS noun, NULL AS "movementId", o.stripe_payment_intent_id AS "processorId", o.id AS "orderId",
    NULL AS "refundId", NULL AS "disputeId", o.charged_minor::float8 AS ours, o.charged_currency AS "ourCurrency", ${nothing}
  FROM credit_order o
  WHERE o.state = 'paid' AND o.charged_minor > 0 AND ${within("o.paid_at")} AND NOT ${has("payment_intent_id", "payment", "o.stripe_payment_intent_id")}
  UNION ALL
  SELECT 'refund', NULL, r.stripe_refund_id, r.order_id, r.id, NULL, -r.amount_minor::float8, r.currency, ${nothing}
  FROM refund r
  WHERE r.state = 'succeeded' AND r.amount_minor > 0 AND r.way = 'payment' AND ${within("r.ended_at")}
    AND NOT ${has("refund_id", "refund", "r.stripe_refund_id")}
  UNION ALL
  SELECT 'refund-failure', NULL, r.stripe_refund_id, r.order_id, r.id, NULL, r.amount_minor::float8, r.currency, ${nothing}
  FROM refund r
  WHERE r.state = 'failed' AND ${within("r.ended_at")} AND ${has("refund_id", "refund", "r.stripe_refund_id")}
    AND NOT ${has("refund_id", "refund-failure", "r.stripe_refund_id")}
  UNION ALL
  SELECT 'dispute', NULL, d.stripe_dispute_id, d.order_id, NULL, d.id, -d.amount_minor::float8, d.currency, ${nothing}
  FROM dispute d WHERE d.state NOT IN ('inquiry', 'dropped') AND ${within("d.opened_at")} AND NOT ${has("dispute_id", "dispute", "d.stripe_dispute_id")}
  UNION ALL
  SELECT 'dispute-reversal', NULL, d.stripe_dispute_id, d.order_id, NULL, d.id, d.amount_minor::float8, d.currency, ${nothing}
  FROM dispute d
  WHERE d.state = 'won' AND ${within("d.closed_at")} AND
    (SELECT count(*) FILTER (WHERE m.kind = 'dispute') > count(*) FILTER (WHERE m.kind = 'dispute-reversal')
     FROM balance_movement m WHERE m.dispute_id = d.stripe_dispute_id)`;

/**
 * Everything that moved on a day, each once, with both sides as they are known. Our own rows count up to `until`: what is
 * settled here after the processor was asked cannot be in its answer.
 */
export async function pairBooks(sql: SqlRunner, day: string, { from, to, until }: Span & { until: Date }) {
  const theirs = await sql.query<Pair>(theirsQuery, [day]);
  const ours = await sql.query<Pair>(oursQuery, [from, until < to ? until : to]);
  return [...theirs, ...ours];
}
