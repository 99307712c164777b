import type Stripe from "stripe";
import { type Fields, textOf } from "../../record.ts";
import { choiceOf, metadataOf, refuseUnknown, wholeOf } from "../api/parameters.ts";
import { badParameter, found, refused, StripeRefusal } from "../api/stripe-error.ts";
import { idOf } from "../books/ids.ts";
import { later } from "../books/later.ts";
import { day } from "../clock/time.ts";
import { cardBehind } from "../customers/payment-methods.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { ageOf } from "./charges.ts";
import { closeInquiry, disputeOf } from "./dispute-book.ts";
import { moneyOf } from "./money.ts";
import { writeRefund } from "./write-refund.ts";

const known = [
  "amount",
  "charge",
  "currency",
  "instructions_email",
  "metadata",
  "payment_intent",
  "reason",
] as const satisfies readonly (keyof Stripe.RefundCreateParams)[];
const reasons = ["duplicate", "fraudulent", "requested_by_customer"] as const;

/** How long a wallet takes its money back (https://docs.stripe.com/payments/alipay#refunds). */
const longestDays: Readonly<Record<string, number>> = { alipay: 90 };

/** https://docs.stripe.com/api/refunds/create: several partial refunds, together never more than was paid. */
export function createRefund(room: StripeRoom, parameters: Fields): Stripe.Refund {
  refuseUnknown(parameters, known);
  const reason = choiceOf(parameters, "reason", reasons) ?? null;
  const charge = chargeToRefund(room, parameters);
  refuseUnrefundable(room, charge);
  const left = charge.amount - charge.amount_refunded;
  if (left <= 0) throw refused(`Charge ${charge.id} has already been refunded.`, "charge_already_refunded");
  const amount = wholeOf(parameters, "amount", 1) ?? left;
  if (amount > left) throw tooMuch(charge, amount, left);
  const plan = planOf(room, charge);
  const refund = writeRefund(room, charge, {
    amount,
    reason,
    isPending: plan.isPending,
    metadata: metadataOf(parameters.metadata),
  });
  if (plan.outcome !== null)
    later(room, room.world.pace(2_000), { kind: "settle-refund", refund: refund.id, outcome: plan.outcome });
  closeInquiry(room, charge);
  return refund;
}

/** The charge that `charge` or `payment_intent` names. Throws when it cannot be refunded for not being paid. */
function chargeToRefund({ books }: StripeRoom, parameters: Fields): Stripe.Charge {
  const named = textOf(parameters.charge);
  const intent = textOf(parameters.payment_intent);
  if (named !== undefined) return found(books.charges, named, "charge", "charge");
  if (intent === undefined)
    throw badParameter(
      "payment_intent",
      "One of the following params should be provided for this request: payment_intent or charge.",
      "parameter_missing",
    );
  const payment = found(books.payments, intent, "payment_intent", "payment_intent");
  const charge = books.charges.get(idOf(payment.latest_charge) ?? "");
  if (charge?.paid) return charge;
  const message = `This PaymentIntent (${payment.id}) does not have a successful charge to refund.`;
  throw badParameter("payment_intent", message, "payment_intent_unexpected_state");
}

function refuseUnrefundable({ books }: StripeRoom, charge: Stripe.Charge): void {
  if (!charge.paid)
    throw refused(`Charge ${charge.id} was not successful and cannot be refunded.`, "charge_not_refundable");
  const dispute = disputeOf(books, charge);
  if (dispute !== undefined && !dispute.is_charge_refundable) {
    throw refused(`Charge ${charge.id} has been charged back; cannot issue a refund.`, "charge_disputed");
  }
  const days = longestDays[charge.payment_method_details?.type ?? ""];
  if (days === undefined || ageOf(books, charge) <= days * day) return;
  const message = `This payment is too old to be refunded. It has passed its ${days}-day refund window.`;
  throw refused(message, "charge_not_refundable");
}

function tooMuch(charge: Stripe.Charge, amount: number, left: number): StripeRefusal {
  const [asked, rest] = [moneyOf(amount, charge.currency), moneyOf(left, charge.currency)];
  const message = `Refund amount (${asked}) is greater than unrefunded amount on charge (${rest})`;
  return new StripeRefusal(400, { type: "invalid_request_error", message, param: "amount" });
}

type Plan = { isPending: boolean; outcome: "succeeded" | "failed" | null };

/** Alipay answers later; cards at once, but for the two test cards that do not; the armed faults go before. */
function planOf({ world, books }: StripeRoom, charge: Stripe.Charge): Plan {
  const thrown = world.faults.take("stripe", ["refund-pending", "refund-fails"]);
  if (thrown.has("refund-fails")) return { isPending: true, outcome: "failed" };
  if (thrown.has("refund-pending")) return { isPending: true, outcome: "succeeded" };
  if (charge.payment_method_details?.type !== "card") return { isPending: true, outcome: "succeeded" };
  const card = cardBehind(books, charge.payment_method ?? "");
  if (card?.refund === "pending") return { isPending: true, outcome: "succeeded" };
  return { isPending: false, outcome: card?.refund === "fails-later" ? "failed" : null };
}
