import type Stripe from "stripe";
import { idOf } from "../books/ids.ts";
import { later } from "../books/later.ts";
import { nowFor } from "../clock/time.ts";
import { cardBehind } from "../customers/payment-methods.ts";
import type { CardRefusal, TestCard } from "../customers/test-cards.ts";
import { emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { chargeOf, takeMoney } from "./write-charge.ts";

/** Whether the payer is there, has just proved who they are, or sleeps while a subscription renews. */
export type Presence = "on_session" | "authenticated" | "off_session";

export type Outcome =
  | { kind: "paid"; charge: Stripe.Charge }
  | { kind: "declined"; refusal: CardRefusal; charge: Stripe.Charge | null }
  | { kind: "authenticate" };

export type Try = {
  payment: Stripe.PaymentIntent;
  method: Stripe.PaymentMethod | null;
  presence: Presence;
  /** Where the payer can authenticate. */
  authenticateAt: string | null;
};

/** What the API says of a customer who left no card. */
export const noMethod: CardRefusal = {
  code: "resource_missing",
  declineCode: null,
  message:
    "This customer has no attached payment source or default payment method. Please consider adding a default payment method.",
};

/** Tries to take a payment, and tells of what came of it. */
export function attemptPayment(room: StripeRoom, { payment, method, presence, authenticateAt }: Try): Outcome {
  if (method === null) return decline(room, payment, null, noMethod);
  payment.payment_method = method.id;
  const verdict = verdictOn(cardBehind(room.books, method.id), presence, method.customer !== null);
  if (verdict === "authenticate") return askToAuthenticate(room, payment, authenticateAt);
  return verdict === "pays" ? pay(room, payment, method) : decline(room, payment, method, verdict);
}

/**
 * What a card's bank says: it pays, it wants to see the owner first, or why not. Anything but a card pays, and a card that
 * was set up for later counts as saved.
 */
export function verdictOn(
  card: TestCard | undefined,
  presence: Presence,
  isSaved: boolean,
): "pays" | "authenticate" | CardRefusal {
  if (card === undefined) return "pays";
  const { authentication } = card;
  const needsOwner = authentication === "always" || (authentication === "unless-saved" && !isSaved);
  if (needsOwner && presence !== "authenticated") return "authenticate";
  return (presence === "off_session" ? card.laterRefusal : null) ?? card.refusal ?? "pays";
}

function pay(room: StripeRoom, payment: Stripe.PaymentIntent, method: Stripe.PaymentMethod): Outcome {
  const charge = takeMoney(room, payment, method);
  payment.status = "succeeded";
  payment.amount_received = payment.amount;
  payment.latest_charge = charge.id;
  payment.last_payment_error = null;
  payment.next_action = null;
  void emitEvent(room, "charge.succeeded", charge, { at: charge.created });
  void emitEvent(room, "payment_intent.succeeded", payment, { at: charge.created });
  bringOnConsequence(room, charge, cardBehind(room.books, method.id));
  return { kind: "paid", charge };
}

function decline(
  room: StripeRoom,
  payment: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod | null,
  refusal: CardRefusal,
): Outcome {
  const charge = method === null ? null : chargeOf(room, payment, method, refusal);
  failPayment(room, payment, refusal, charge);
  return { kind: "declined", refusal, charge };
}

/** Notes why a payment did not go through; another try may follow. */
export function failPayment(
  room: StripeRoom,
  payment: Stripe.PaymentIntent,
  refusal: CardRefusal,
  charge: Stripe.Charge | null,
): void {
  payment.status = "requires_payment_method";
  payment.next_action = null;
  payment.latest_charge = charge?.id ?? payment.latest_charge;
  payment.last_payment_error = {
    type: "card_error",
    code: refusal.code,
    message: refusal.message,
    ...(refusal.declineCode === null ? {} : { decline_code: refusal.declineCode }),
    ...(charge === null ? {} : { charge: charge.id }),
  };
  const at = nowFor(room.books, idOf(payment.customer));
  if (charge) void emitEvent(room, "charge.failed", charge, { at });
  void emitEvent(room, "payment_intent.payment_failed", payment, { at });
}

function askToAuthenticate(room: StripeRoom, payment: Stripe.PaymentIntent, url: string | null): Outcome {
  payment.status = "requires_action";
  payment.next_action = { type: "redirect_to_url", redirect_to_url: { url, return_url: null } };
  void emitEvent(room, "payment_intent.requires_action", payment, { at: nowFor(room.books, idOf(payment.customer)) });
  return { kind: "authenticate" };
}

/** Disputes and warnings of test cards follow the payment within a second. */
function bringOnConsequence(room: StripeRoom, charge: Stripe.Charge, card: TestCard | undefined): void {
  const { consequence } = card ?? { consequence: null };
  if (consequence === null) return;
  const wait = room.world.pace(1_000);
  if (consequence.kind === "warning") later(room, wait, { kind: "warn-of-fraud", charge: charge.id });
  else later(room, wait, { ...consequence, charge: charge.id });
}
