import { getOrderCredits, reclaim, recordAct, type Tx } from "@covenant/db";
import {
  type Credits,
  credits,
  formatMoney,
  type MemberId,
  newId,
  type OrderId,
  type RefundId,
  type StorefrontId,
} from "@covenant/domain";
import { lostMoney } from "../cases/lost-money.ts";
import { openMoneyCase } from "../cases/open-money-case.ts";
import type { Deps } from "../deps.ts";
import { lockOrder, type OrderRow } from "../orders/lock-order.ts";
import { parkEvents, unparkEvents } from "../parked-events/park-events.ts";
import type { RefundState } from "../payments/payments.ts";
import { endRefund } from "./end-refund.ts";

const ourselves = { kind: "system", part: "refunds" } as const;

/**
 * Asks the processor how a refund stands and brings ours there. One that was made in the processor's own dashboard is
 * written down, and takes the share of the order's credits that its money is, as far as they are unspent; what is used by
 * then is the house's loss and opens a case. One that fits no order is left for staff with its event.
 */
export async function settleRefund(
  deps: Pick<Deps, "db" | "clock" | "payments">,
  { processorId }: { processorId: string },
): Promise<void> {
  const now = await deps.payments.readRefund(processorId);
  const known = await deps.db.rows.refund.findFirst({
    where: { OR: [{ stripeRefundId: processorId }, ...(now.refundId === null ? [] : [{ id: now.refundId }])] },
  });
  const refundId = known === null ? await adopt(deps, now) : (known.id as RefundId);
  if (refundId === null) return;
  await endRefund(deps, refundId, now);
  await unparkEvents(deps.db, aboutOf(now));
}

const aboutOf = ({ processorId }: RefundState) => ({ noun: "refund", processorId }) as const;

async function adopt({ db }: Pick<Deps, "db">, now: RefundState): Promise<RefundId | null> {
  const { paymentIntentId } = now;
  const found =
    paymentIntentId === null
      ? null
      : await db.rows.order.findUnique({ where: { stripePaymentIntentId: paymentIntentId } });
  if (found === null) {
    await parkEvents(db, aboutOf(now), {
      reason: "foreign",
      problem: "no order of ours was paid by what it gives back",
    });
    return null;
  }
  return db.transaction(async (tx) => {
    const order = await lockOrder(tx, found.id as OrderId);
    const other = await tx.rows.refund.findUnique({ where: { stripeRefundId: now.processorId } });
    if (order === null || other !== null) return other === null ? null : (other.id as RefundId);
    if (!fits(order, now)) {
      const problem = `it gives back ${formatMoney(now.amount)}, which is more than is left of ${order.id}`;
      await parkEvents(tx, aboutOf(now), { reason: "unsettled", problem });
      return null;
    }
    return write(tx, order, now);
  });
}

function fits({ chargedMinor, chargedCurrency, refundedMinor }: OrderRow, { amount }: RefundState): boolean {
  return amount.currency === chargedCurrency && refundedMinor + amount.amountMinor <= chargedMinor;
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
      askedAt: tx.at,
      stripeRefundId: processorId,
    },
  });
  if (taken > 0) {
    const walletId = order.memberId as MemberId;
    await reclaim(tx, { walletId, orderId, credits: taken, reason: "order refunded", key: `${id}.reclaim` });
  }
  const used = credits(share - taken);
  const facts = { refundId: id, amountMinor, reclaimed: taken, shortfall: used };
  await recordAct(tx, { actor: ourselves, act: "order.refund-elsewhere", on: orderId, facts });
  if (used > 0) await openShortfall(tx, order, { id, amount, taken, used, granted });
  return id;
}

type Shortfall = Pick<RefundState, "amount"> & { id: RefundId; taken: Credits; used: Credits; granted: Credits };

async function openShortfall(tx: Tx, order: OrderRow, { id, amount, taken, used, granted }: Shortfall): Promise<void> {
  const lost = lostMoney({ amount, chargedMinor: order.chargedMinor, taken, granted });
  await openMoneyCase(tx, {
    storefront: order.storefront as StorefrontId,
    memberId: order.memberId as MemberId,
    orderId: order.id as OrderId,
    causeId: id,
    facts: { kind: "shortfall", by: "refund", amount, taken, used, lost },
  });
}
