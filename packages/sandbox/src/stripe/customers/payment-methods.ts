import type Stripe from "stripe";
import type { ApiRoutes } from "../api/api-routes.ts";
import { matches, pageOf, pageParameters } from "../api/list.ts";
import { refuseUnknown, requiredText } from "../api/parameters.ts";
import { found, noSuch, refused, StripeRefusal } from "../api/stripe-error.ts";
import type { Books } from "../books/books.ts";
import { newId } from "../books/ids.ts";
import { nowFor } from "../clock/time.ts";
import { emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { cardOfToken, type TestCard, type TypedCard, testCards } from "./test-cards.ts";

type Payer = { customer: string | null; email: string | null };

const listParameters = [...pageParameters, "customer", "type"] as const;

/** https://docs.stripe.com/api/payment_methods: attached by the names Stripe gives its test cards, listed and detached. */
export function servePaymentMethods(api: ApiRoutes, room: StripeRoom): void {
  const { paymentMethods, customers } = room.books;
  const list = (customer: string, type: unknown) =>
    [...paymentMethods.values()].filter((method) => method.customer === customer && matches(type, method.type));
  api.get("/payment_methods", ({ fields, path }) => {
    refuseUnknown(fields, listParameters);
    return pageOf(list(requiredText(fields, "customer"), fields.type), fields, path);
  });
  api.get("/customers/:id/payment_methods", ({ fields, id, path }) =>
    pageOf(list(found(customers, id, "customer").id, fields.type), fields, path),
  );
  api.get("/payment_methods/:id", ({ id }) => found(paymentMethods, id, "PaymentMethod"));
  api.post("/payment_methods/:id/attach", ({ id, fields }) => {
    refuseUnknown(fields, ["customer"]);
    const customer = found(customers, requiredText(fields, "customer"), "customer", "customer");
    return attach(room, methodNamed(room.books, id), customer.id);
  });
  api.post("/payment_methods/:id/detach", ({ id }) => {
    const method = found(paymentMethods, id, "PaymentMethod");
    if (method.customer === null)
      throw refused("The payment method you provided is not attached to a customer so detachment is impossible.");
    method.customer = null;
    void emitEvent(room, "payment_method.detached", method);
    return method;
  });
}

/** The payment method of an id, or a new one where it is the name of a test card. Throws resource_missing. */
export function methodNamed(books: Books, id: string): Stripe.PaymentMethod {
  const known = books.paymentMethods.get(id);
  if (known) return known;
  const card = cardOfToken(id);
  if (card === null) throw noSuch("PaymentMethod", id, "payment_method");
  return addCard(books, card, { customer: null, email: null });
}

/** Gives a card to a customer. Throws as the bank says no, for cards that cannot even be kept. */
export function attach(room: StripeRoom, method: Stripe.PaymentMethod, customer: string): Stripe.PaymentMethod {
  const refusal = cardBehind(room.books, method.id)?.refusal;
  if (refusal) throw cardError(refusal);
  method.customer = customer;
  void emitEvent(room, "payment_method.attached", method);
  return method;
}

/** A declined card as the API answers it: 402. */
export function cardError(refusal: NonNullable<TestCard["refusal"]>, charge?: string): StripeRefusal {
  return new StripeRefusal(402, {
    type: "card_error",
    code: refusal.code,
    message: refusal.message,
    ...(refusal.declineCode === null ? {} : { decline_code: refusal.declineCode }),
    ...(charge === undefined ? {} : { charge }),
  });
}

/** How the card behind a payment method behaves; undefined for anything but a card. */
export function cardBehind({ cards }: Books, method: string): TestCard | undefined {
  const name = cards.get(method);
  return name === undefined ? undefined : testCards[name];
}

/** Keeps a card that was typed, without its number. */
export function addCard(books: Books, { name, last4 }: TypedCard, payer: Payer): Stripe.PaymentMethod {
  const { brand } = testCards[name];
  const method = {
    ...methodOf(books, payer),
    type: "card",
    card: {
      brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
      country: "US",
      display_brand: brand,
      exp_month: 12,
      exp_year: 2034,
      funding: "credit",
      generated_from: null,
      last4,
      networks: { available: [brand], preferred: null },
      regulated_status: "unregulated",
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
  } satisfies Stripe.PaymentMethod;
  books.paymentMethods.set(method.id, method);
  books.cards.set(method.id, name);
  return method;
}

/** Keeps the wallet or account that paid once. */
export function addOther(books: Books, type: string, payer: Payer): Stripe.PaymentMethod {
  const method = {
    ...methodOf(books, payer),
    type,
    ...(type === "alipay" ? { alipay: {} } : {}),
  } satisfies Stripe.PaymentMethod;
  books.paymentMethods.set(method.id, method);
  return method;
}

function methodOf(books: Books, { customer, email }: Payer) {
  return {
    id: newId("pm"),
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: { address: null, email, name: null, phone: null, tax_id: null },
    created: nowFor(books, customer),
    customer,
    customer_account: null,
    livemode: false,
    metadata: {},
  } satisfies Partial<Stripe.PaymentMethod>;
}
