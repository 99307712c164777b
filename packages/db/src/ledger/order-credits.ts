import type { Credits, OrderId } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { creditsOf } from "./receipt.ts";

/** Where the credits that an order bought are now. They add up to what was granted. */
export type OrderCredits = {
  granted: Credits;
  available: Credits;
  held: Credits;
  frozen: Credits;
  spent: Credits;
  expired: Credits;
  reclaimed: Credits;
  forfeited: Credits;
  chargedBack: Credits;
  adjusted: Credits;
};

type Row = Record<keyof OrderCredits, string>;

/** Credits already due count as expired, as the next verb will make them. */
const orderQuery = `
  SELECT coalesce(sum(granted), 0)::text AS granted, coalesce(sum(held), 0)::text AS held,
    coalesce(sum(available) FILTER (WHERE due_at > ledger.clock()), 0)::text AS available,
    coalesce(sum(frozen), 0)::text AS frozen, coalesce(sum(spent), 0)::text AS spent,
    coalesce(sum(expired + CASE WHEN due_at > ledger.clock() THEN 0 ELSE available END), 0)::text AS expired,
    coalesce(sum(reclaimed), 0)::text AS reclaimed, coalesce(sum(forfeited), 0)::text AS forfeited,
    coalesce(sum(charged_back), 0)::text AS "chargedBack", coalesce(sum(adjusted), 0)::text AS adjusted
  FROM ledger.lot WHERE order_id = $1::text`;

/** All lots of an order together; all zero for an order that granted nothing. */
export async function getOrderCredits(sql: SqlRunner, orderId: OrderId): Promise<OrderCredits> {
  const [row] = await sql.query<Row>(orderQuery, [orderId]);
  if (row === undefined) throw new Error(`no sum for ${orderId}`);
  const { granted, available, held, frozen, spent, expired, reclaimed, forfeited, chargedBack, adjusted } = row;
  return {
    granted: creditsOf(granted),
    available: creditsOf(available),
    held: creditsOf(held),
    frozen: creditsOf(frozen),
    spent: creditsOf(spent),
    expired: creditsOf(expired),
    reclaimed: creditsOf(reclaimed),
    forfeited: creditsOf(forfeited),
    chargedBack: creditsOf(chargedBack),
    adjusted: creditsOf(adjusted),
  };
}
