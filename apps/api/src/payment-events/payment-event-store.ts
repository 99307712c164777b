import type { SqlRunner } from "@covenant/db";
import type { OrderId, PaymentEventView } from "@covenant/domain";

export type EventRow = {
  id: string;
  type: string;
  api_version: string | null;
  about_noun: string | null;
  about_id: string | null;
  order_id: string | null;
  heard_by: PaymentEventView["heardBy"];
  occurred_at: Date | null;
  received_at: Date;
  processed_at: Date | null;
  attempts: number;
  parked_for: NonNullable<PaymentEventView["parked"]>["reason"] | null;
  problem: string | null;
};

/** Which order of ours an event is about, by the processor's id of its checkout, refund, dispute or warning. */
const selectEvents = `
  SELECT id, type, api_version, about_noun, about_id, heard_by, occurred_at, received_at, processed_at, attempts,
    parked_for, problem, coalesce(
      (SELECT o.id FROM credit_order o WHERE o.stripe_session_id = about_id),
      (SELECT r.order_id FROM refund r WHERE r.stripe_refund_id = about_id),
      (SELECT d.order_id FROM dispute d WHERE d.stripe_dispute_id = about_id),
      (SELECT c.order_id FROM review_case c WHERE c.cause_id = about_id)) AS order_id
  FROM stripe_event`;

export async function findEvent(sql: SqlRunner, id: string): Promise<EventRow | null> {
  const [row] = await sql.query<EventRow>(`${selectEvents} WHERE id = $1::text`, [id]);
  return row ?? null;
}

/** Events newest first; `cursor` is the last one seen. */
export function listEventRows(
  sql: SqlRunner,
  { parkedOnly, reason, ids, cursor, limit }: EventQuestion,
): Promise<EventRow[]> {
  return sql.query<EventRow>(
    `${selectEvents}
     WHERE (NOT $1::boolean OR parked_for IS NOT NULL) AND ($2::text IS NULL OR parked_for = $2::text)
       AND ($3::text[] IS NULL OR id = ANY($3::text[]) OR about_id = ANY($3::text[]))
       AND ($4::text IS NULL OR (received_at, id) < (SELECT received_at, id FROM stripe_event WHERE id = $4::text))
     ORDER BY received_at DESC, id DESC LIMIT $5::bigint`,
    [parkedOnly, reason, ids === null ? null : [...ids], cursor, String(limit)],
  );
}

export type EventQuestion = {
  parkedOnly: boolean;
  reason: string | null;
  /** Of the event itself, or of what it is about. */
  ids: readonly string[] | null;
  cursor: string | null;
  limit: number;
};

/** By which ids the processor knows an order's checkout, refunds, disputes and warnings. */
export async function processorIdsOf(sql: SqlRunner, orderId: OrderId): Promise<string[]> {
  const rows = await sql.query<{ id: string | null }>(
    `SELECT stripe_session_id AS id FROM credit_order WHERE id = $1::text
     UNION ALL SELECT stripe_refund_id FROM refund WHERE order_id = $1::text
     UNION ALL SELECT stripe_dispute_id FROM dispute WHERE order_id = $1::text
     UNION ALL SELECT cause_id FROM review_case WHERE order_id = $1::text`,
    [orderId],
  );
  return rows.flatMap(({ id }) => id ?? []);
}

export function viewEvent(row: EventRow): PaymentEventView {
  const { about_noun: noun, about_id: processorId, parked_for: reason, problem } = row;
  return {
    id: row.id,
    type: row.type,
    apiVersion: row.api_version,
    about: noun === null || processorId === null ? null : { noun, processorId },
    orderId: row.order_id as OrderId | null,
    heardBy: row.heard_by,
    occurredAt: row.occurred_at?.toISOString() ?? null,
    receivedAt: row.received_at.toISOString(),
    processedAt: row.processed_at?.toISOString() ?? null,
    attempts: row.attempts,
    parked: reason === null || problem === null ? null : { reason, problem },
  };
}
