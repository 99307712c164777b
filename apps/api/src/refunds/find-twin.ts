import type { SqlRunner } from "@covenant/db";
import { type Currency, duration, formatMoney, type OrderId, Refusal } from "@covenant/domain";
import type { OrderRow } from "../orders/lock-order.ts";

/** The other order that a payer was charged for with the same amount. */
export type Twin = { id: OrderId; paidAt: Date };

/** Nobody who buys the same thing on purpose days later was charged twice. */
const windowDays = 3;

/**
 * The order that a duplicate charge doubles: the same member's, charged the same amount in the same currency within three
 * days, whose money is still with us. The nearest in time.
 * @throws Refusal "request/invalid" where there is none, with what else may be the ground.
 */
export async function findTwin(sql: SqlRunner, order: OrderRow): Promise<Twin> {
  const { id, memberId, chargedMinor, chargedCurrency } = order;
  const [twin] = await sql.query<Twin>(
    `SELECT id, paid_at AS "paidAt" FROM credit_order
     WHERE member_id = $1::text AND id <> $2::text AND state = 'paid' AND charged_minor = $3::int AND charged_currency = $4::text
       AND refunded_minor < charged_minor
       AND abs(extract(epoch FROM paid_at - $5::timestamptz)) <= $6::float8
     ORDER BY abs(extract(epoch FROM paid_at - $5::timestamptz)), id LIMIT 1`,
    [memberId, id, String(chargedMinor), chargedCurrency, order.paidAt, String(duration.days(windowDays) / 1000)],
  );
  if (twin !== undefined) return twin;
  const amount = formatMoney({ amountMinor: chargedMinor, currency: chargedCurrency as Currency });
  const reason = `There is no second charge: no other order of this member took ${amount} within ${windowDays} days and kept it. Was the amount wrong, choose a wrong amount; did no credits come, that they never came. A payment that is no order of ours is among the differences of its day.`;
  throw new Refusal("request/invalid", { field: "ground", reason });
}
