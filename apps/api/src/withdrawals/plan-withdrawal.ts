import type { Database, SqlRunner, Tx } from "@covenant/db";
import { withdrawalOf } from "@covenant/policy";
import type { OrderRow } from "../orders/lock-order.ts";
import { planRefund, type RefundPlan } from "../refunds/plan-refund.ts";
import { type WithdrawnPeriod, withdrawnPeriod } from "../subscriptions/withdrawn-period.ts";

type Reader = SqlRunner & (Pick<Database, "rows"> | Pick<Tx, "rows">);

/** What a withdrawal from an order would do: each order that goes back with it, the one it names first. */
export type WithdrawalPlan = {
  parts: [WithdrawalPart, ...WithdrawalPart[]];
  /** Of a period: what becomes of its subscription. */
  period: WithdrawnPeriod | null;
  /** The fourteenth and the last civil day where the member lives, and whether it is not over; null where no law gives the right. */
  window: { fourteenthDay: string; lastDay: string; isRunning: boolean } | null;
  moves: { amountMinor: number; reclaim: number };
};

export type WithdrawalPart = { order: OrderRow; plan: RefundPlan };

/** Rules on a withdrawal from a paid order that reaches us now. Under the orders' locks it is what will be done. */
export async function planWithdrawal(reader: Reader, order: OrderRow, now: Date): Promise<WithdrawalPlan> {
  const planOf = async (one: OrderRow): Promise<WithdrawalPart> => ({
    order: one,
    plan: await planRefund(reader, one, { ground: "withdrawal", chosen: null, now }),
  });
  const first = await planOf(order);
  const period = order.subscriptionId === null ? null : await withdrawnPeriod(reader, order);
  const others: WithdrawalPart[] = [];
  for (const other of period?.kind === "whole" ? period.others : []) others.push(await planOf(other));
  const parts = [first, ...others.filter(({ plan }) => plan.outcome === "refund")] as const;
  return {
    parts: [...parts],
    period,
    window: withdrawalOf(first.plan.facts),
    moves: {
      amountMinor: sum(parts, ({ amountMinor }) => amountMinor),
      reclaim: sum(parts, ({ reclaim }) => reclaim),
    },
  };
}

function sum(parts: readonly WithdrawalPart[], of: (moves: RefundPlan["moves"]) => number): number {
  return parts.reduce((total, { plan }) => total + of(plan.moves), 0);
}
