import { isId, type OrderList, type OrderSummary, type Page } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { standingOfRow } from "../orders/standing-of-order.ts";
import { summaryOf, withMoneyAndDisputes } from "./summary-of-order.ts";

const rowsAPage = 50;

/** Orders whose refund failed, and of which none was asked for since. */
export const failedRefunds = `
  SELECT failed.order_id FROM refund failed WHERE failed.state = 'failed' AND NOT EXISTS (
    SELECT FROM refund later WHERE later.order_id = failed.order_id AND later.state <> 'failed'
      AND later.asked_at > failed.asked_at)`;

/** Orders about which a bank waits for an answer. */
export const askedByBanks = `SELECT order_id FROM dispute WHERE state IN ('inquiry', 'open')`;

const query = `
  SELECT o.id, m.email FROM credit_order o JOIN member m ON m.id = o.member_id
  WHERE ($1::text IS NULL OR o.storefront = $1::text)
    AND ($2::text IS NULL OR ${standingOfRow} = $2::text)
    AND ($3::text IS NULL OR o.member_id = $3::text)
    AND ($4::text IS NULL OR starts_with(m.email, $4::text))
    AND CASE $5::text
      WHEN 'refunded' THEN EXISTS (SELECT 1 FROM refund r WHERE r.order_id = o.id AND r.state <> 'failed')
      WHEN 'unsettled' THEN o.problem IS NOT NULL
      WHEN 'refund-failed' THEN o.id IN (${failedRefunds})
      WHEN 'bank-asks' THEN o.id IN (${askedByBanks})
      WHEN 'disputed' THEN EXISTS (SELECT 1 FROM dispute d WHERE d.order_id = o.id)
      ELSE true END
    AND ($6::text IS NULL OR o.id < $6::text)
  ORDER BY o.id DESC LIMIT $7::bigint`;

/** Orders of every storefront, newest first: ids sort by time, so the last one seen is the cursor. */
export async function listOrdersOfAll({ db }: Pick<Deps, "db">, question: OrderList): Promise<Page<OrderSummary>> {
  const { storefront = null, standing = null, trouble = null, cursor = null } = question;
  const { memberId, email } = memberOf(question);
  const limit = String(rowsAPage + 1);
  const found = await db.query<{ id: string; email: string }>(query, [
    storefront,
    standing,
    memberId,
    email,
    trouble,
    cursor,
    limit,
  ]);
  const page = found.slice(0, rowsAPage);
  const emails = new Map(page.map((row) => [row.id, row.email]));
  const orders = await db.rows.order.findMany({
    where: { id: { in: [...emails.keys()] } },
    include: withMoneyAndDisputes,
    orderBy: { id: "desc" },
  });
  return {
    rows: orders.map((order) => summaryOf(order, emails.get(order.id) ?? "")),
    next: found.length > rowsAPage ? (page.at(-1)?.id ?? null) : null,
  };
}

function memberOf({ member = "" }: OrderList): { memberId: string | null; email: string | null } {
  if (isId("member", member)) return { memberId: member, email: null };
  return { memberId: null, email: member === "" ? null : member.toLowerCase() };
}
