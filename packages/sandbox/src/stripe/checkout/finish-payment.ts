import type Stripe from "stripe";
import type { SessionEntry } from "../books/books.ts";
import { idOf } from "../books/ids.ts";
import { later } from "../books/later.ts";
import { nowFor } from "../clock/time.ts";
import { addOther } from "../customers/payment-methods.ts";
import { emitEvent } from "../events/events.ts";
import { attemptPayment, failPayment } from "../payments/attempt-payment.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { noteSale } from "./complete-session.ts";
import { paymentOf } from "./pay-session.ts";
import { closeSession, ensureCustomer } from "./session-customer.ts";

/** How long a bank takes here; days, in the world. */
const bankMilliseconds = 5_000;

/** Lets the payer go while the bank has not answered: the session is complete and not paid. */
export function awaitPayment(
  room: StripeRoom,
  entry: SessionEntry,
  { type, email, succeeds }: { type: string; email: string | null; succeeds: boolean },
): Promise<void> {
  ensureCustomer(room, entry, email);
  const payment = paymentOf(room, entry);
  const method = addOther(room.books, type, { customer: null, email });
  payment.status = "processing";
  payment.payment_method = method.id;
  const at = nowFor(room.books, idOf(payment.customer));
  void emitEvent(room, "payment_intent.processing", payment, { at });
  closeSession(room, entry, "unpaid", email);
  later(room, room.world.pace(bankMilliseconds), { kind: "finish-payment", session: entry.session.id, succeeds });
  return emitEvent(room, "checkout.session.completed", entry.session, { at });
}

const noFunds = {
  code: "payment_intent_payment_attempt_failed",
  declineCode: null,
  message: "The customer's bank account could not be debited.",
};

/** The bank answers. Does nothing when it has done so before. */
export function finishPayment(room: StripeRoom, entry: SessionEntry, succeeds: boolean): Promise<void> {
  const { session } = entry;
  const payment = room.books.payments.get(idOf(session.payment_intent) ?? "");
  const method = room.books.paymentMethods.get(idOf(payment?.payment_method) ?? "");
  if (payment?.status !== "processing" || method === undefined) return Promise.resolve();
  const at = nowFor(room.books, idOf(payment.customer));
  if (succeeds) return succeed(room, entry, payment, method, at);
  failPayment(room, payment, noFunds, null);
  return emitEvent(room, "checkout.session.async_payment_failed", session, { at });
}

function succeed(
  room: StripeRoom,
  entry: SessionEntry,
  payment: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  at: number,
): Promise<void> {
  const outcome = attemptPayment(room, { payment, method, presence: "authenticated", authenticateAt: null });
  if (outcome.kind === "paid") noteSale(room, entry, method, outcome.charge);
  entry.session.payment_status = "paid";
  return emitEvent(room, "checkout.session.async_payment_succeeded", entry.session, { at });
}
