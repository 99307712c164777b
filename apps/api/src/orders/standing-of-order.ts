import type { Prisma } from "@covenant/db";
import type { OrderStanding, OrderState } from "@covenant/domain";

/** What became of an order's money, as far as its standing asks. */
export const withMoneyBack = {
  refunds: { select: { ground: true, state: true, amountMinor: true } },
  disputes: { select: { state: true } },
} as const satisfies Prisma.OrderInclude;

export type OrderWithMoneyBack = Prisma.OrderGetPayload<{ include: typeof withMoneyBack }>;

const takenBack = ["lost", "prevented"];

/** How an order stands for its member: what the bank says goes before what we gave back, and that before its payment. */
export function standingOf(order: OrderWithMoneyBack): OrderStanding {
  const { refunds, disputes, refundedMinor, chargedMinor } = order;
  if (order.state !== "paid") return order.state as OrderState;
  if (disputes.some(({ state }) => state === "open")) return "disputed";
  if (disputes.some(({ state }) => takenBack.includes(state))) return "taken-back";
  const live = refunds.filter(({ state, amountMinor }) => state !== "failed" && amountMinor > 0);
  if (live.some(({ ground }) => ground === "withdrawal")) return "withdrawn";
  if (live.some(({ state }) => state !== "succeeded")) return "refunding";
  if (refundedMinor === 0) return "paid";
  return refundedMinor >= chargedMinor ? "refunded" : "partly-refunded";
}

const refundOf = `SELECT FROM refund r WHERE r.order_id = o.id AND r.state <> 'failed' AND r.amount_minor > 0`;

/** The same asked of the database, of an order `o`, where a list is narrowed by it. */
export const standingOfRow = `CASE
  WHEN o.state <> 'paid' THEN o.state
  WHEN EXISTS (SELECT FROM dispute d WHERE d.order_id = o.id AND d.state = 'open') THEN 'disputed'
  WHEN EXISTS (SELECT FROM dispute d WHERE d.order_id = o.id AND d.state IN ('lost', 'prevented')) THEN 'taken-back'
  WHEN EXISTS (${refundOf} AND r.ground = 'withdrawal') THEN 'withdrawn'
  WHEN EXISTS (${refundOf} AND r.state <> 'succeeded') THEN 'refunding'
  WHEN o.refunded_minor = 0 THEN 'paid'
  WHEN o.refunded_minor >= o.charged_minor THEN 'refunded'
  ELSE 'partly-refunded' END`;
