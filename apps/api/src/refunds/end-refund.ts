import { recordAct, type Tx, unreclaim } from "@covenant/db";
import { credits, type MemberId, type OrderId, type RefundId, type StorefrontId } from "@covenant/domain";
import { settleMoneyCase } from "../cases/settle-money-case.ts";
import { graceFor } from "../credits/grace.ts";
import type { Deps } from "../deps.ts";
import { tellWatchers } from "../live/tell-watchers.ts";
import { lockOrder, type OrderRow } from "../orders/lock-order.ts";
import { tellOfRefund } from "./tell-of-refund.ts";
import type { RefundRow } from "./view-refund.ts";

/** How the processor says a refund stands. */
export type Answer = { processorId: string | null } & (
  | { state: "pending" | "succeeded" }
  | { state: "failed"; problem: string }
);

const ourselves = { kind: "system", part: "refunds" } as const;

/**
 * Brings a refund to where the processor says it is. A refund that fails, however late, gives its credits back: credits
 * and order stand as before it.
 */
export async function endRefund(
  { db, clock }: Pick<Deps, "db" | "clock">,
  refundId: RefundId,
  answer: Answer,
): Promise<void> {
  await db.transaction((tx) => endWithin(tx, { refundId, answer, at: clock.now() }));
}

/** As {@link endRefund}, in the transaction of a command. Answers whether anything changed. */
export async function endWithin(
  tx: Tx,
  { refundId, answer, at }: { refundId: RefundId; answer: Answer; at: Date },
): Promise<boolean> {
  const known = await tx.rows.refund.findUniqueOrThrow({ where: { id: refundId } });
  const order = await lockOrder(tx, known.orderId as OrderId);
  const refund = await tx.rows.refund.findUniqueOrThrow({ where: { id: refundId } });
  if (order === null || refund.state === answer.state || refund.state === "failed") return false;
  const ends = answer.state !== "pending";
  if (refund.state === "succeeded" && answer.state === "pending") return false;
  await tx.rows.refund.update({
    where: { id: refundId },
    data: {
      state: answer.state,
      stripeRefundId: answer.processorId ?? refund.stripeRefundId,
      problem: answer.state === "failed" ? answer.problem : null,
      endedAt: ends ? at : null,
    },
  });
  if (answer.state === "failed") await undo(tx, { refund, order, at });
  await tellWatchers(tx, order.id);
  if (ends) await tellOfRefund(tx, { order, refund, outcome: answer.state === "failed" ? "failed" : "succeeded" });
  return true;
}

type Undone = { refund: RefundRow; order: OrderRow; at: Date };

async function undo(tx: Tx, { refund, order, at }: Undone): Promise<void> {
  await tx.rows.order.update({
    where: { id: order.id },
    data: { refundedMinor: { decrement: refund.amountMinor } },
  });
  if (refund.reclaimed > 0) {
    await unreclaim(tx, {
      walletId: order.memberId as MemberId,
      orderId: order.id as OrderId,
      credits: credits(refund.reclaimed),
      reason: "refund failed",
      ...graceFor({
        storefront: order.storefront as StorefrontId,
        at: order.paidAt ?? order.placedAt,
        cause: "refund-failed",
        now: at,
      }),
      key: `${refund.id}.unreclaim`,
    });
  }
  await settleMoneyCase(tx, refund.id);
  await recordAct(tx, { actor: ourselves, act: "refund.failed", on: refund.id, facts: { orderId: order.id } });
}
