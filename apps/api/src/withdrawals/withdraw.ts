import type { Tx } from "@covenant/db";
import {
  type MemberActor,
  newId,
  type OrderId,
  type OrderView,
  Refusal,
  type SubscriptionId,
  type WithdrawalRequest,
} from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { lockOrder } from "../orders/lock-order.ts";
import { viewOwnOrder } from "../orders/view-own-order.ts";
import { requirePaid } from "../refunds/paid-order.ts";
import { refundWithin } from "../refunds/refund-order.ts";
import { followWithdrawal } from "../subscriptions/end-withdrawn.ts";
import { lockSubscription } from "../subscriptions/lock-subscription.ts";
import { getOwnOrder } from "./own-order.ts";
import { planWithdrawal } from "./plan-withdrawal.ts";

type Withdrawal = { actor: MemberActor; request: WithdrawalRequest; now: Date };

/**
 * Withdraws from an order, as the preview said: what is due of it goes back and its member has the confirmation by mail, in
 * one transaction; then its subscription ends or falls back. Sent twice, it is done once.
 * @throws Refusal "refund/plan-changed" with what it would be now, "refund/not-due", "thing/not-found".
 */
export async function withdraw(
  deps: Pick<Deps, "db" | "clock" | "payments">,
  actor: MemberActor,
  request: WithdrawalRequest,
): Promise<OrderView> {
  const now = deps.clock.now();
  const refundId = await deps.db.transaction((tx) => refundAll(tx, { actor, request, now }));
  await followWithdrawal(deps, { refundId });
  return viewOwnOrder(deps.db, actor.memberId, request.orderId);
}

/** Gives the id of the refund of the order itself. */
async function refundAll(tx: Tx, { actor, request, now }: Withdrawal): Promise<string> {
  const { requestId, orderId, expected } = request;
  const { subscriptionId } = await getOwnOrder(tx, { memberId: actor.memberId, orderId });
  if (subscriptionId !== null) await lockSubscription(tx, subscriptionId as SubscriptionId);
  const order = requirePaid(await lockOrder(tx, orderId));
  const earlier = await tx.rows.refund.findFirst({ where: { requestId, orderId } });
  if (earlier !== null) return earlier.id;
  const { parts, moves, window } = await planWithdrawal(tx, order, now);
  if (moves.amountMinor !== expected.amountMinor || moves.reclaim !== expected.reclaim)
    throw new Refusal("refund/plan-changed", { ...moves, goodwill: 0 });
  if (window?.isRunning !== true) throw new Refusal("refund/not-due", { outcome: "none" });
  const ids: string[] = [];
  for (const { order: part, plan } of parts) {
    const of = { orderId: part.id as OrderId, ground: "withdrawal", chosen: null, expected: plan.moves } as const;
    const key = part.id === orderId ? requestId : newId("request");
    const note = "The member withdrew at the storefront.";
    ids.push((await refundWithin(tx, { actor, request: { ...of, requestId: key, note }, at: now })).id);
  }
  return ids[0] ?? orderId;
}
