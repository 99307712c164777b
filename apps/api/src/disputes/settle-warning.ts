import { type Currency, type MemberId, type OrderId, Refusal, type StorefrontId } from "@covenant/domain";
import { openMoneyCase } from "../cases/open-money-case.ts";
import type { Deps } from "../deps.ts";
import { lockOrder } from "../orders/lock-order.ts";
import { parkEvents, unparkEvents } from "../parked-events/park-events.ts";
import { findOrderOfPayment } from "./find-order-of-payment.ts";

/**
 * Opens a case for a payment that a bank warns of: giving it back now costs less than the dispute that may follow. Whether
 * to is for a person; nothing moves. One that went back or is disputed already needs nobody.
 */
export async function settleWarning(
  { db, payments }: Pick<Deps, "db" | "payments">,
  { processorId }: { processorId: string },
): Promise<void> {
  const about = { noun: "warning", processorId } as const;
  const { paymentIntentId, fraudType } = await payments.readWarning(processorId);
  const orderId = await findOrderOfPayment(db, paymentIntentId);
  if (orderId === null)
    return parkEvents(db, about, { reason: "foreign", problem: "no order of ours has the payment it warns of" });
  await db.transaction(async (tx) => {
    await unparkEvents(tx, about);
    const order = await lockOrder(tx, orderId as OrderId);
    if (order === null) throw new Refusal("thing/not-found", { thing: "order" });
    const disputed = await tx.rows.dispute.count({ where: { orderId, state: { notIn: ["inquiry", "dropped"] } } });
    const amountMinor = order.chargedMinor - order.refundedMinor;
    if (disputed > 0 || amountMinor === 0) return;
    await openMoneyCase(tx, {
      storefront: order.storefront as StorefrontId,
      memberId: order.memberId as MemberId,
      orderId,
      causeId: processorId,
      facts: {
        kind: "fraud-warning",
        amount: { amountMinor, currency: order.chargedCurrency as Currency },
        fraudType,
      },
    });
  });
}
