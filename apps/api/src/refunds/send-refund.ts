import type { Currency, RefundId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { PaymentRefused, type RefundState } from "../payments/payments.ts";
import { endRefund } from "./end-refund.ts";

/**
 * Sends the money of a refund whose credits were taken back. Sent twice it is one refund; what the processor refuses for
 * good gives the credits back.
 */
export async function sendRefund(
  deps: Pick<Deps, "db" | "clock" | "payments" | "log">,
  { refundId }: { refundId: RefundId },
): Promise<void> {
  const { db, payments } = deps;
  const refund = await db.rows.refund.findUnique({ where: { id: refundId }, include: { order: true } });
  if (refund === null || refund.state !== "asked") return;
  const { stripePaymentIntentId } = refund.order;
  if (stripePaymentIntentId === null) throw new Error(`${refund.orderId} was refunded without a payment`);
  const amount = { amountMinor: refund.amountMinor, currency: refund.currency as Currency };
  const sent = await payments
    .sendRefund({ refundId, paymentIntentId: stripePaymentIntentId, amount })
    .catch((error: unknown): Pick<RefundState, "state"> & { processorId: null; problem: string } => {
      if (!(error instanceof PaymentRefused)) throw error;
      return { processorId: null, state: "failed", problem: error.message };
    });
  await endRefund(deps, refundId, sent);
}
