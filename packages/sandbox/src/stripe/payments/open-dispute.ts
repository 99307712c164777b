import type Stripe from "stripe";
import { refused } from "../api/stripe-error.ts";
import { idOf, newId } from "../books/ids.ts";
import { day, nowFor } from "../clock/time.ts";
import { emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { disputeOf } from "./dispute-book.ts";
import { tellWithdrawal } from "./move-dispute.ts";

/** How a payer goes to the bank: a question first, the whole claim, or one that is settled before it begins. */
export type DisputeKind = "inquiry" | "chargeback" | "prevented";

const responseTime = 9 * day;

const firstStatus = {
  inquiry: "warning_needs_response",
  chargeback: "needs_response",
  prevented: "prevented",
} as const;
const caseTypes = { inquiry: "inquiry", chargeback: "chargeback", prevented: "resolution" } as const;
const networkReasons: Readonly<Record<string, string>> = {
  fraudulent: "10.4",
  product_not_received: "13.1",
  duplicate: "12.6",
};

/**
 * A payer claims their money at the bank. Stripe takes it out of the balance at once, with its fee; not for a mere question.
 * @throws StripeRefusal for what has no dispute: Alipay, a payment given back, one that is disputed already.
 */
export function openDispute(
  room: StripeRoom,
  charge: Stripe.Charge,
  { reason, kind, amount }: { reason: string; kind: DisputeKind; amount?: number | undefined },
): Stripe.Dispute {
  refuseUndisputable(room, charge);
  const dispute = writeDispute(room, charge, reason, kind, amount ?? charge.amount - charge.amount_refunded);
  charge.disputed = true;
  void emitEvent(room, "charge.dispute.created", dispute, { at: dispute.created });
  if (kind !== "inquiry") void tellWithdrawal(room, dispute);
  if (kind === "prevented") void emitEvent(room, "charge.dispute.closed", dispute, { at: dispute.created });
  return dispute;
}

function refuseUndisputable({ books }: StripeRoom, charge: Stripe.Charge): void {
  const type = charge.payment_method_details?.type;
  if (type !== "card") throw refused(`A payment by ${type} has no dispute process.`);
  if (!charge.paid || charge.refunded) throw refused("Nothing of this payment is left to be disputed.");
  const earlier = disputeOf(books, charge);
  if (earlier && earlier.status !== "warning_closed") throw refused(`This payment is disputed already: ${earlier.id}.`);
}

function writeDispute(
  { books }: StripeRoom,
  charge: Stripe.Charge,
  reason: string,
  kind: DisputeKind,
  amount: number,
): Stripe.Dispute {
  const created = nowFor(books, idOf(charge.customer));
  const card = charge.payment_method_details?.card;
  const brand = card?.brand ?? "visa";
  const code = networkReasons[reason] ?? "13.7";
  const dispute = {
    id: newId("du"),
    object: "dispute",
    amount,
    balance_transactions: [],
    charge: charge.id,
    created,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: { ...noEvidence },
    evidence_details: {
      due_by: kind === "prevented" ? null : created + responseTime,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "not_submitted",
    },
    intended_submission_method: null,
    is_charge_refundable: kind === "inquiry",
    livemode: false,
    metadata: {},
    network_reason_code: code,
    payment_intent: idOf(charge.payment_intent),
    payment_method_details: {
      type: "card",
      card: { brand, case_type: caseTypes[kind], network: brand, network_reason_code: code },
    },
    reason,
    status: firstStatus[kind],
  } satisfies Stripe.Dispute;
  books.disputes.set(dispute.id, dispute);
  return dispute;
}

const noEvidence: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};
