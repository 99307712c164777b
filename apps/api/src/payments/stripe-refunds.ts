import { type DisputeState as DisputeStanding, isId, type RefundId } from "@covenant/domain";
import Stripe from "stripe";
import { type DisputeState, PaymentRefused, type Payments, type RefundState } from "./payments.ts";
import { idOf, moneyOf } from "./stripe-money.ts";

/** Money that goes back: what we send, and what banks take. */
export function refundsOf(stripe: Stripe): Pick<Payments, "sendRefund" | "readRefund" | "readDispute"> {
  return {
    sendRefund: ({ refundId, paymentIntentId, amount }) => send(stripe, { refundId, paymentIntentId, amount }),
    readRefund: async (id) => refundStateOf(await stripe.refunds.retrieve(id)),
    readDispute: async (id) => disputeStateOf(await stripe.disputes.retrieve(id)),
  };
}

/**
 * The key makes a request sent twice one refund for as long as Stripe keeps keys, which is a day; after that the refund
 * of an earlier try is found by our id before another is made.
 */
async function send(
  stripe: Stripe,
  { refundId, paymentIntentId, amount }: Parameters<Payments["sendRefund"]>[0],
): Promise<RefundState> {
  for await (const earlier of stripe.refunds.list({ payment_intent: paymentIntentId, limit: 100 })) {
    if (earlier.metadata?.refund_id === refundId) return refundStateOf(earlier);
  }
  try {
    const refund = await stripe.refunds.create(
      { payment_intent: paymentIntentId, amount: amount.amountMinor, metadata: { refund_id: refundId } },
      { idempotencyKey: `${refundId}.refund` },
    );
    return refundStateOf(refund);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError) throw new PaymentRefused(error.message);
    throw error;
  }
}

function refundStateOf(refund: Stripe.Refund): RefundState {
  const said = refund.metadata?.refund_id;
  const facts = {
    processorId: refund.id,
    refundId: said !== undefined && isId("refund", said) ? (said satisfies RefundId) : null,
    paymentIntentId: idOf(refund.payment_intent),
    amount: moneyOf(refund.amount, refund.currency),
  };
  if (refund.status === "succeeded") return { ...facts, state: "succeeded" };
  if (refund.status === "failed" || refund.status === "canceled")
    return { ...facts, state: "failed", problem: refund.failure_reason ?? refund.status };
  return { ...facts, state: "pending" };
}

/**
 * Stripe's words (https://docs.stripe.com/api/disputes/object#dispute_object-status). `warning_*` is a bank's question: Stripe
 * debits nothing for it, and a refund answers it. An appeal goes on from where the bank's last answer left things.
 */
const standings: Readonly<Record<string, DisputeStanding>> = {
  warning_needs_response: "inquiry",
  warning_under_review: "inquiry",
  warning_closed: "dropped",
  needs_response: "open",
  under_review: "open",
  appeal_needs_response: "open",
  appeal_under_review: "open",
  won: "won",
  lost: "lost",
  prevented: "prevented",
};

function disputeStateOf(dispute: Stripe.Dispute): DisputeState {
  return {
    processorId: dispute.id,
    paymentIntentId: idOf(dispute.payment_intent),
    amount: moneyOf(dispute.amount, dispute.currency),
    reason: dispute.reason,
    state: standingOf(dispute),
    said: dispute.status,
  };
}

/** What was prevented went back either as the dispute's own debit or as a refund, which is heard of by itself. */
function standingOf({ status, balance_transactions: moved }: Stripe.Dispute): DisputeStanding | null {
  const standing = standings[status] ?? null;
  const hasTaken = moved.reduce((sum, { amount }) => sum + amount, 0) < 0;
  return standing === "prevented" && !hasTaken ? "dropped" : standing;
}
