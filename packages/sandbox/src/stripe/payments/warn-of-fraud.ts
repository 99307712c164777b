import type Stripe from "stripe";
import { idOf, newId } from "../books/ids.ts";
import { nowFor } from "../clock/time.ts";
import { emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";

/** A bank suspects a payment; a refund now is cheaper than the dispute that may follow. */
export function warnOfFraud(room: StripeRoom, charge: Stripe.Charge): Promise<void> {
  const created = nowFor(room.books, idOf(charge.customer));
  const warning = {
    id: newId("issfr"),
    object: "radar.early_fraud_warning",
    actionable: !charge.refunded && !charge.disputed,
    charge: charge.id,
    created,
    fraud_type: "made_with_lost_card",
    livemode: false,
    ...(charge.payment_intent === null ? {} : { payment_intent: String(charge.payment_intent) }),
  } satisfies Stripe.Radar.EarlyFraudWarning;
  room.books.warnings.set(warning.id, warning);
  return emitEvent(room, "radar.early_fraud_warning.created", warning, { at: created });
}
