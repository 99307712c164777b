import {
  type ClauseCitation,
  type Currency,
  credits,
  formatCredits,
  formatMoney,
  type MemberActor,
  type OrderId,
  type WithdrawalPlanView,
} from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { getOwnOrder } from "./own-order.ts";
import { planWithdrawal, type WithdrawalPlan } from "./plan-withdrawal.ts";

/**
 * What withdrawing from an order of their own would do for a member now; null where no law gives them the right, or the order
 * is not paid. Nothing is done.
 * @throws Refusal "thing/not-found".
 */
export async function previewWithdrawal(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { memberId }: MemberActor,
  { orderId }: { orderId: OrderId },
): Promise<WithdrawalPlanView | null> {
  const order = await getOwnOrder(db, { memberId, orderId });
  if (order.state !== "paid") return null;
  const plan = await planWithdrawal(db, order, clock.now());
  if (plan.window === null) return null;
  const { ruling, outcome } = plan.parts[0].plan;
  const { amountMinor, reclaim } = plan.moves;
  const isPossible = plan.window.isRunning && outcome === "refund";
  return {
    orderId,
    lastDay: plan.window.lastDay,
    fourteenthDay: plan.window.fourteenthDay,
    isPossible,
    amount: { amountMinor, currency: order.chargedCurrency as Currency },
    moves: { amountMinor, reclaim: credits(reclaim) },
    explanation: ruling.explanation.member,
    clauses: ruling.clauses as ClauseCitation[],
    effects: isPossible ? effectsOf(plan) : [],
  };
}

function effectsOf({ parts, period, moves }: WithdrawalPlan): string[] {
  const [{ order }, ...others] = parts;
  const amount = formatMoney({ amountMinor: moves.amountMinor, currency: order.chargedCurrency as Currency });
  return [
    `${amount} go back the way you paid.`,
    moves.reclaim === 0
      ? "No credits are taken back."
      : `${formatCredits(moves.reclaim)} you have not used are taken back; what you used stays yours.`,
    ...others.map((other) => `That includes what you paid for ${other.order.packName}.`),
    ...(period?.kind === "whole" ? ["Your subscription ends at once and is not charged again."] : []),
    ...(period?.kind === "upgrade" ? [`Your subscription goes on as ${period.standing.packName}.`] : []),
    "We confirm it by mail.",
  ];
}
