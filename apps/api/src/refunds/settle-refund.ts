import { getOrderCredits, reclaim, recordAct, type Tx } from "@covenant/db";
import { credits, type MemberId, newId, type OrderId, type RefundId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { lockOrder, type OrderRow } from "../orders/lock-order.ts";
import type { RefundState } from "../payments/payments.ts";
import { endRefund } from "./end-refund.ts";

const ourselves = { kind: "system", part: "refunds" } as const;

/**
 * Asks the processor how a refund stands and brings ours there. One that was made in the processor's own dashboard is
 * written down, and takes the share of the order's credits that its money is, as far as they are unspent.
 */
export async function settleRefund(
  deps: Pick<Deps, "db" | "clock" | "payments" | "log">,
  { processorId }: { processorId: string },
): Promise<void> {
  const now = await deps.payments.readRefund(processorId);
  const known = await deps.db.rows.refund.findFirst({
    where: { OR: [{ stripeRefundId: processorId }, ...(now.refundId === null ? [] : [{ id: now.refundId }])] },
  });
  const refundId = known === null ? await adopt(deps, now) : (known.id as RefundId);
  if (refundId !== null) await endRefund(deps, refundId, now);
}

async function adopt({ db, log }: Pick<Deps, "db" | "log">, now: RefundState): Promise<RefundId | null> {
  const { paymentIntentId } = now;
  const found =
    paymentIntentId === null
      ? null
      : await db.rows.order.findUnique({ where: { stripePaymentIntentId: paymentIntentId } });
  if (found === null) {
    log.error({ processorId: now.processorId }, "a refund names no order of ours");
    return null;
  }
  return db.transaction(async (tx) => {
    const order = await lockOrder(tx, found.id as OrderId);
    const other = await tx.rows.refund.findUnique({ where: { stripeRefundId: now.processorId } });
    if (order === null || other !== null) return other === null ? null : (other.id as RefundId);
    return write(tx, order, now);
  });
}

async function write(tx: Tx, order: OrderRow, { processorId, amount }: RefundState): Promise<RefundId> {
  const id = newId("refund");
  const orderId = order.id as OrderId;
  const { granted, available } = await getOrderCredits(tx, orderId);
  const share = Math.floor((granted * amount.amountMinor) / order.chargedMinor);
  const taken = credits(Math.min(share, available));
  const { amountMinor, currency } = amount;
  await tx.rows.order.update({ where: { id: orderId }, data: { refundedMinor: { increment: amountMinor } } });
  await tx.rows.refund.create({
    data: {
      id,
      storefront: order.storefront,
      memberId: order.memberId,
      orderId,
      requestId: newId("request"),
      ground: "case-by-case",
      note: "Made in the payment processor's dashboard.",
      reclaimed: taken,
      amountMinor,
      currency,
      state: "asked",
      stripeRefundId: processorId,
    },
  });
  if (taken > 0) {
    const walletId = order.memberId as MemberId;
    await reclaim(tx, { walletId, orderId, credits: taken, reason: "order refunded", key: `${id}.reclaim` });
  }
  const facts = { refundId: id, amountMinor, reclaimed: taken, shortfall: share - taken };
  await recordAct(tx, { actor: ourselves, act: "order.refund-elsewhere", on: orderId, facts });
  return id;
}
