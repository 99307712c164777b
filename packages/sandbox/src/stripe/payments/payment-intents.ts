import type Stripe from "stripe";
import type { ApiRoutes } from "../api/api-routes.ts";
import { matches, pageOf, pageParameters, within } from "../api/list.ts";
import { mergedMetadata, refuseUnknown, textOrNull } from "../api/parameters.ts";
import { found } from "../api/stripe-error.ts";
import type { Books } from "../books/books.ts";
import { newId } from "../books/ids.ts";
import type { StripeRoom } from "../stripe-room.ts";

const listParameters = [
  ...pageParameters,
  "customer",
] as const satisfies readonly (keyof Stripe.PaymentIntentListParams)[];

/** https://docs.stripe.com/api/payment_intents. They are made by Checkout and by invoices only. */
export function servePaymentIntents(api: ApiRoutes, { books }: StripeRoom): void {
  api.get("/payment_intents", ({ fields, path }) => {
    refuseUnknown(fields, listParameters);
    const isWithin = within(fields.created);
    const wanted = ({ customer, created }: Stripe.PaymentIntent) =>
      matches(fields.customer, String(customer)) && isWithin(created);
    return pageOf([...books.payments.values()].filter(wanted), fields, path);
  });
  api.get("/payment_intents/:id", ({ id }) => found(books.payments, id, "payment_intent", "intent"));
  api.post("/payment_intents/:id", ({ id, fields }) => {
    refuseUnknown(fields, ["description", "metadata", "receipt_email"]);
    const payment = found(books.payments, id, "payment_intent", "intent");
    payment.metadata = mergedMetadata(payment.metadata, fields.metadata);
    if (fields.description !== undefined) payment.description = textOrNull(fields.description);
    return payment;
  });
}

export type PaymentDraft = {
  amount: number;
  currency: string;
  customer: string | null;
  created: number;
  description: string | null;
  metadata: Stripe.Metadata;
  methodTypes: string[];
  allowed: string[] | null;
  savesMethod: boolean;
};

/** Opens a payment that nobody has tried yet. */
export function openPayment({ payments }: Books, draft: PaymentDraft): Stripe.PaymentIntent {
  const id = newId("pi");
  const payment = {
    ...unpaid,
    id,
    allowed_payment_method_types: draft.allowed,
    amount: draft.amount,
    client_secret: `${id}_secret_sandbox`,
    created: draft.created,
    currency: draft.currency,
    customer: draft.customer,
    description: draft.description,
    metadata: draft.metadata,
    payment_method_types: draft.methodTypes,
    setup_future_usage: draft.savesMethod ? "off_session" : null,
  } satisfies Stripe.PaymentIntent;
  payments.set(id, payment);
  return payment;
}

const unpaid = {
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
  shipping: null,
  source: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  status: "requires_payment_method",
  transfer_group: null,
} as const satisfies Partial<Stripe.PaymentIntent>;
