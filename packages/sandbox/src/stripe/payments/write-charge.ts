import type Stripe from "stripe";
import { idOf, newId } from "../books/ids.ts";
import { nowFor, unixNow } from "../clock/time.ts";
import type { CardRefusal } from "../customers/test-cards.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { recordMovement, settle } from "./balance.ts";

/** Takes the money of a payment: a charge, and its entry in the balance with Stripe's fee of 2.9 % and 30 cents. */
export function takeMoney(
  room: StripeRoom,
  payment: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): Stripe.Charge {
  const charge = chargeOf(room, payment, method, null);
  const isCard = method.type === "card";
  const settled = settle(payment.amount, payment.currency).amount;
  const movement = recordMovement(room.books, {
    type: isCard ? "charge" : "payment",
    reportingCategory: "charge",
    amount: payment.amount,
    currency: payment.currency,
    fees: [{ amount: Math.round(settled * 0.029) + 30, description: "Stripe processing fees" }],
    source: charge.id,
    description: payment.description,
    at: charge.created,
  });
  charge.balance_transaction = movement.id;
  return charge;
}

/** A charge: of a payment that went through, or of one that was declined. Anything but a card is a `py_`, as at Stripe. */
export function chargeOf(
  room: StripeRoom,
  payment: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  refusal: CardRefusal | null,
): Stripe.Charge {
  const id = newId(method.type === "card" ? "ch" : "py");
  const isPaid = refusal === null;
  const charge = {
    ...plainCharge,
    id,
    amount: payment.amount,
    amount_captured: isPaid ? payment.amount : 0,
    billing_details: method.billing_details,
    captured: isPaid,
    created: nowFor(room.books, idOf(payment.customer)),
    currency: payment.currency,
    customer: idOf(payment.customer),
    description: payment.description,
    failure_code: refusal?.code ?? null,
    failure_message: refusal?.message ?? null,
    metadata: payment.metadata,
    outcome: outcomeOf(refusal),
    paid: isPaid,
    payment_intent: payment.id,
    payment_method: method.id,
    payment_method_details: detailsOf(payment, method),
    receipt_email: payment.receipt_email,
    receipt_url: isPaid ? `${room.world.publicUrl()}/receipts/${id}` : null,
    status: isPaid ? "succeeded" : "failed",
  } satisfies Stripe.Charge;
  room.books.charges.set(id, charge);
  return charge;
}

function outcomeOf(refusal: CardRefusal | null): Stripe.Charge.Outcome {
  return {
    advice_code: refusal === null ? null : "try_again_later",
    network_advice_code: null,
    network_decline_code: refusal === null ? null : "05",
    network_status: refusal === null ? "approved_by_network" : "declined_by_network",
    reason: refusal?.declineCode ?? refusal?.code ?? null,
    risk_level: "normal",
    risk_score: 20,
    seller_message:
      refusal === null ? "Payment complete." : "The bank did not return any further details with this decline.",
    type: refusal === null ? "authorized" : "issuer_declined",
  };
}

function detailsOf(payment: Stripe.PaymentIntent, method: Stripe.PaymentMethod): Stripe.Charge.PaymentMethodDetails {
  if (method.type === "alipay") {
    return {
      type: "alipay",
      alipay: { buyer_id: newId("buyer"), fingerprint: null, transaction_id: String(unixNow()) },
    };
  }
  const { card } = method;
  if (card === undefined) return { type: method.type };
  return {
    type: "card",
    card: {
      amount_authorized: payment.amount,
      authorization_code: null,
      brand: card.brand,
      checks: card.checks,
      country: card.country,
      electronic_commerce_indicator: null,
      exp_month: card.exp_month,
      exp_year: card.exp_year,
      funding: card.funding,
      installments: null,
      last4: card.last4,
      mandate: null,
      network: card.brand,
      network_transaction_id: null,
      regulated_status: card.regulated_status,
      three_d_secure: null,
      transaction_link_id: null,
      wallet: null,
    },
  };
}

const plainCharge = {
  object: "charge",
  amount_refunded: 0,
  application: null,
  application_fee: null,
  application_fee_amount: null,
  balance_transaction: null,
  calculated_statement_descriptor: null,
  disputed: false,
  failure_balance_transaction: null,
  fraud_details: {},
  livemode: false,
  on_behalf_of: null,
  receipt_number: null,
  refunded: false,
  review: null,
  shipping: null,
  source: null,
  source_transfer: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  transfer_data: null,
  transfer_group: null,
} as const satisfies Partial<Stripe.Charge>;
