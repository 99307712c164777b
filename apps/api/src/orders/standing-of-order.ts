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
