import type Stripe from "stripe";
import { type Books, newId, type SessionEntry, unixNow } from "./books.ts";
import type { CardRefusal } from "./payment-methods.ts";
import { noSuch } from "./stripe-error.ts";

/** The intent of a session's payment, made when the payer first tries, as Checkout does. */
export function paymentOf(books: Books, { session, paymentMetadata }: SessionEntry): Stripe.PaymentIntent {
  const earlier = typeof session.payment_intent === "string" ? books.payments.get(session.payment_intent) : undefined;
  if (earlier) return earlier;
  const id = newId("pi");
  const payment: Stripe.PaymentIntent = {
    ...emptyPayment,
    id,
    allowed_payment_method_types: session.allowed_payment_method_types,
    amount: session.amount_total ?? 0,
    client_secret: `${id}_secret_sandbox`,
    created: unixNow(),
    currency: session.currency ?? "usd",
    customer: session.customer,
    metadata: paymentMetadata,
    payment_method_types: session.payment_method_types,
  };
  books.payments.set(id, payment);
  session.payment_intent = id;
  return payment;
}

const emptyPayment = {
  object: "payment_intent",
  amount_capturable: 0,
  amount_received: 0,
  application: null,
  application_fee_amount: null,
  automatic_payment_methods: null,
  canceled_at: null,
  cancellation_reason: null,
  capture_method: "automatic_async",
  confirmation_method: "automatic",
  customer_account: null,
  description: null,
  excluded_payment_method_types: null,
  last_payment_error: null,
  latest_charge: null,
  livemode: false,
  managed_payments: null,
  next_action: null,
  on_behalf_of: null,
  payment_method: null,
  payment_method_configuration_details: null,
  payment_method_options: {},
  payment_record: null,
  processing: null,
  receipt_email: null,
  review: null,
  setup_future_usage: null,
  shipping: null,
  source: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  status: "requires_payment_method",
  transfer_group: null,
} as const satisfies Partial<Stripe.PaymentIntent>;

/** Marks the session paid and complete. */
export function completePayment(books: Books, entry: SessionEntry, email: string | null): Stripe.PaymentIntent {
  const payment = paymentOf(books, entry);
  payment.status = "succeeded";
  payment.amount_received = payment.amount;
  payment.latest_charge = newId("ch");
  payment.payment_method = newId("pm");
  payment.last_payment_error = null;
  const { session } = entry;
  session.status = "complete";
  session.payment_status = "paid";
  session.url = null;
  const customer = typeof session.customer === "string" ? books.customers.get(session.customer) : undefined;
  session.customer_details = {
    address: null,
    business_name: null,
    email: customer?.email ?? session.customer_email ?? email,
    individual_name: null,
    name: customer?.name ?? null,
    phone: null,
    tax_exempt: "none",
    tax_ids: [],
  };
  return payment;
}

/** Notes a declined card; the session stays open for another. */
export function declinePayment(books: Books, entry: SessionEntry, refusal: CardRefusal): Stripe.PaymentIntent {
  const payment = paymentOf(books, entry);
  const decline = refusal.declineCode === null ? {} : { decline_code: refusal.declineCode };
  payment.last_payment_error = { type: "card_error", code: refusal.code, message: refusal.message, ...decline };
  return payment;
}

/** Throws resource_missing. */
export function getPayment(books: Books, id: string): Stripe.PaymentIntent {
  const payment = books.payments.get(id);
  if (!payment) throw noSuch("payment_intent", id, "intent");
  return payment;
}
