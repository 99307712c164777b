import type Stripe from "stripe";
import { textOf } from "../../record.ts";
import { metadataOf, textOrNull } from "../api/parameters.ts";
import type { SessionEntry } from "../books/books.ts";
import { idOf } from "../books/ids.ts";
import { nowFor } from "../clock/time.ts";
import { addCard, cardBehind } from "../customers/payment-methods.ts";
import { type CardRefusal, noTestCard, type TypedCard } from "../customers/test-cards.ts";
import { attemptPayment, failPayment, type Presence, verdictOn } from "../payments/attempt-payment.ts";
import { openPayment } from "../payments/payment-intents.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { completePaid, subscribe } from "./complete-session.ts";
import { ensureCustomer } from "./session-customer.ts";

/** What came of a try at the page: the session is complete when `told` is there, which resolves when the api has heard. */
export type PageOutcome = { told: Promise<void> } | { refusal: CardRefusal } | { authenticate: true };

/** A number was typed into the page. */
export function payByCard(
  room: StripeRoom,
  entry: SessionEntry,
  typed: TypedCard | null,
  email: string | null,
): PageOutcome {
  if (typed === null) return refuse(room, entry, noTestCard);
  const method = addCard(room.books, typed, { customer: null, email: email ?? entry.session.customer_email });
  entry.paymentMethod = method.id;
  return payBy(room, entry, method, "on_session");
}

/** The payer came back from their bank's page. */
export function payAuthenticated(room: StripeRoom, entry: SessionEntry): PageOutcome {
  const method = room.books.paymentMethods.get(entry.paymentMethod ?? "");
  return method ? payBy(room, entry, method, "authenticated") : refuse(room, entry, noTestCard);
}

/** Pays by any method: the money of a pack, or the first period of a subscription. */
export function payBy(
  room: StripeRoom,
  entry: SessionEntry,
  method: Stripe.PaymentMethod,
  presence: Presence,
): PageOutcome {
  const verdict = verdictOn(cardBehind(room.books, method.id), presence, false);
  if (typeof verdict === "object" && entry.session.mode === "subscription") return { refusal: verdict };
  if (verdict === "pays") ensureCustomer(room, entry, method.billing_details.email);
  if (entry.session.mode === "subscription") {
    return verdict === "pays" ? { told: subscribe(room, entry, method) } : { authenticate: true };
  }
  const payment = paymentOf(room, entry);
  const outcome = attemptPayment(room, {
    payment,
    method,
    presence,
    authenticateAt: `${entry.session.url}/authenticate`,
  });
  if (outcome.kind === "authenticate") return { authenticate: true };
  return outcome.kind === "declined"
    ? { refusal: outcome.refusal }
    : { told: completePaid(room, entry, method, outcome.charge) };
}

/** Notes a refusal; the session stays open for another try. */
export function refuse(room: StripeRoom, entry: SessionEntry, refusal: CardRefusal): PageOutcome {
  if (entry.session.mode === "payment") failPayment(room, paymentOf(room, entry), refusal, null);
  return { refusal };
}

/** The intent of a session's payment, made when the payer first tries, as Checkout does. */
export function paymentOf({ books }: StripeRoom, { session, wanted }: SessionEntry): Stripe.PaymentIntent {
  const customer = idOf(session.customer);
  const earlier = books.payments.get(idOf(session.payment_intent) ?? "");
  if (earlier) {
    earlier.customer ??= customer;
    return earlier;
  }
  const payment = openPayment(books, {
    amount: session.amount_total ?? 0,
    currency: session.currency ?? "usd",
    customer,
    created: nowFor(books, customer),
    description: textOrNull(wanted.description),
    metadata: metadataOf(wanted.metadata),
    methodTypes: session.payment_method_types,
    allowed: session.allowed_payment_method_types,
    savesMethod: textOf(wanted.setup_future_usage) !== undefined,
  });
  payment.receipt_email = textOrNull(wanted.receipt_email);
  session.payment_intent = payment.id;
  return payment;
}
