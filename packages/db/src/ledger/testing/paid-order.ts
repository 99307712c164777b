import type { MemberId, Money, OrderId } from "@covenant/domain";
import type { SqlRunner } from "../../sql-runner.ts";

/** The order row that a lot needs: paid, with these credits at this price, once however often it is asked for. */
export async function paidOrder(
  sql: SqlRunner,
  order: { id: OrderId; memberId: MemberId; credits: number; paid: Money },
): Promise<void> {
  const { amountMinor, currency } = order.paid;
  await sql.query(
    `INSERT INTO credit_order (id, storefront, member_id, request_id, pack_id, pack_name, credits, amount_minor, currency,
       charged_minor, charged_currency, rate, method, state, placed_at, paid_at)
     VALUES ($1::text, 'image-ai-run', $2::text, $1::text, 'small', 'Small', $3::int, $4::int, $5::text, $4::int, $5::text,
       '1', 'card', 'paid', now(), now()) ON CONFLICT DO NOTHING`,
    [order.id, order.memberId, order.credits, amountMinor, currency],
  );
}
