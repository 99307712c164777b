import type { OrderId } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";

/** What the ledger has of an order, to be held against the order's own row. Bonuses that came with it do not count. */
export type OrderBook = {
  orderId: OrderId;
  /** How many lots it brought, with how many credits. */
  lots: number;
  granted: number;
  /** What was paid for its lots, as the ledger has it; null without a lot. */
  paidMinor: number | null;
  paidCurrency: string | null;
  /** Credits taken back because of refunds, less those that came back. */
  reclaimed: number;
};

const booksQuery = `
  SELECT asked.id AS "orderId", count(lot.id)::int AS lots, coalesce(sum(lot.granted), 0)::float8 AS granted,
    sum(lot.paid_minor)::float8 AS "paidMinor", min(lot.paid_currency) AS "paidCurrency",
    (SELECT coalesce(sum(CASE entry.kind WHEN 'reclaim' THEN entry.credits ELSE -entry.credits END), 0)
     FROM ledger.entry WHERE entry.cause = asked.id AND entry.kind IN ('reclaim', 'unreclaim'))::float8 AS reclaimed
  FROM unnest($1::text[]) AS asked (id)
  LEFT JOIN ledger.lot ON lot.order_id = asked.id AND lot.source IN ('pack', 'subscription')
  GROUP BY asked.id`;

/** What the ledger has of each of some orders. */
export async function listOrderBooks(sql: SqlRunner, orderIds: readonly OrderId[]): Promise<OrderBook[]> {
  return sql.query<OrderBook>(booksQuery, [[...orderIds]]);
}

/** The orders whose lots were granted in a span of time; `to` is no longer in it. */
export async function listOrdersGranted(sql: SqlRunner, { from, to }: { from: Date; to: Date }): Promise<OrderId[]> {
  const rows = await sql.query<{ id: OrderId }>(
    `SELECT DISTINCT order_id AS id FROM ledger.lot
     WHERE order_id IS NOT NULL AND granted_at >= $1::timestamptz AND granted_at < $2::timestamptz`,
    [from, to],
  );
  return rows.map(({ id }) => id);
}
