import type Stripe from "stripe";
import { type Fields, fieldsOf, integerOf, textOf, textsOf } from "../record.ts";
import { type Books, metadataOf, newId, pageOf, type SessionEntry, unixNow } from "./books.ts";
import { readLines } from "./lines.ts";
import { payableMethods } from "./payment-methods.ts";
import { badParameter, noSuch, refuseUnknown } from "./stripe-error.ts";

const known = [
  "adaptive_pricing",
  "allow_promotion_codes",
  "allowed_payment_method_types",
  "automatic_tax",
  "billing_address_collection",
  "cancel_url",
  "client_reference_id",
  "customer",
  "customer_creation",
  "customer_email",
  "excluded_payment_method_types",
  "expand",
  "expires_at",
  "invoice_creation",
  "line_items",
  "locale",
  "metadata",
  "mode",
  "payment_intent_data",
  "submit_type",
  "success_url",
  "ui_mode",
];

/** https://docs.stripe.com/api/checkout/sessions/create, for hosted one-time payments. */
export function createSession(books: Books, parameters: Fields, publicUrl: string): SessionEntry {
  refuseUnknown(parameters, known);
  if (parameters.mode !== "payment") throw badParameter("mode", "This sandbox sells one-time payments only.");
  if (!textOf(parameters.success_url))
    throw badParameter("success_url", "Missing required param: success_url.", "parameter_missing");
  refuseOddUrl("success_url", parameters.success_url);
  refuseOddUrl("cancel_url", parameters.cancel_url);
  const customer = textOf(parameters.customer) ?? null;
  if (customer !== null && !books.customers.has(customer)) throw noSuch("customer", customer, "customer");
  const lines = readLines(parameters.line_items);
  const session = buildSession({ parameters, customer, lines, publicUrl });
  const paymentMetadata = metadataOf(fieldsOf(parameters.payment_intent_data).metadata);
  const entry = { session, lines, paymentMetadata };
  books.sessions.set(session.id, entry);
  return entry;
}

/** Addresses end up in links and redirects, so only web addresses pass. */
function refuseOddUrl(param: string, value: unknown): void {
  if (value !== undefined && !/^https?:\/\//.test(String(value)))
    throw badParameter(param, "Not a valid URL", "url_invalid");
}

type Parts = { parameters: Fields; customer: string | null; lines: Stripe.LineItem[]; publicUrl: string };

function buildSession({ parameters, customer, lines, publicUrl }: Parts): Stripe.Checkout.Session {
  const id = newId("cs_test");
  const currency = lines[0]?.currency ?? "usd";
  const total = lines.reduce((sum, line) => sum + line.amount_total, 0);
  const allowed =
    parameters.allowed_payment_method_types === undefined ? null : textsOf(parameters.allowed_payment_method_types);
  const methods = payableMethods({ currency, allowed, excluded: textsOf(parameters.excluded_payment_method_types) });
  return {
    ...emptySession,
    id,
    allowed_payment_method_types: allowed,
    amount_subtotal: total,
    amount_total: total,
    cancel_url: textOf(parameters.cancel_url) ?? null,
    client_reference_id: textOf(parameters.client_reference_id) ?? null,
    created: unixNow(),
    currency,
    customer,
    customer_creation: customer === null ? "if_required" : null,
    customer_email: textOf(parameters.customer_email) ?? null,
    expires_at: readExpiry(parameters.expires_at),
    metadata: metadataOf(parameters.metadata),
    payment_method_types: methods,
    success_url: textOf(parameters.success_url) ?? null,
    url: `${publicUrl}/checkout/${id}`,
  };
}

const emptySession = {
  object: "checkout.session",
  adaptive_pricing: { enabled: false },
  after_expiration: null,
  allow_promotion_codes: null,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  billing_address_collection: null,
  client_secret: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
  customer_account: null,
  customer_details: null,
  discounts: [],
  integration_identifier: null,
  invoice: null,
  invoice_creation: null,
  livemode: false,
  locale: null,
  managed_payments: null,
  mode: "payment",
  origin_context: null,
  payment_intent: null,
  payment_link: null,
  payment_method_collection: "if_required",
  payment_method_configuration_details: null,
  payment_method_options: {},
  payment_status: "unpaid",
  permissions: null,
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  status: "open",
  submit_type: null,
  subscription: null,
  total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
  ui_mode: "hosted_page",
  wallet_options: null,
} as const satisfies Partial<Stripe.Checkout.Session>;

const shortestSeconds = 30 * 60;
const longestSeconds = 24 * 60 * 60;

/** Stripe takes 30 minutes to 24 hours from now; a few seconds of slack cover the way here. */
function readExpiry(value: unknown): number {
  const now = unixNow();
  if (value === undefined) return now + longestSeconds;
  const expiresAt = integerOf(value) ?? 0;
  const isMeant = expiresAt >= now + shortestSeconds - 10 && expiresAt <= now + longestSeconds + 10;
  if (!isMeant)
    throw badParameter("expires_at", "The expires_at timestamp must be between 30 minutes and 24 hours from now.");
  return expiresAt;
}

/** Throws resource_missing. */
export function getSession(books: Books, id: string): SessionEntry {
  const entry = books.sessions.get(id);
  if (!entry) throw noSuch("checkout.session", id);
  return entry;
}

/** The session as the API shows it, with `line_items` and `payment_intent` expanded where asked. */
export function showSession(books: Books, { session, lines }: SessionEntry, expand: unknown): Stripe.Checkout.Session {
  const wanted = new Set(textsOf(expand));
  const shown = { ...session };
  if (wanted.has("line_items")) {
    shown.line_items = pageOf(lines, { limit: 100 }, `/v1/checkout/sessions/${session.id}/line_items`);
  }
  const payment = typeof session.payment_intent === "string" ? books.payments.get(session.payment_intent) : undefined;
  if (wanted.has("payment_intent") && payment) shown.payment_intent = payment;
  return shown;
}

/** https://docs.stripe.com/api/checkout/sessions/list */
export function listSessions(books: Books, query: Fields): Stripe.ApiList<Stripe.Checkout.Session> {
  const { email } = fieldsOf(query.customer_details);
  const wanted = (session: Stripe.Checkout.Session) =>
    (query.customer === undefined || session.customer === query.customer) &&
    (query.payment_intent === undefined || session.payment_intent === query.payment_intent) &&
    (query.status === undefined || session.status === query.status) &&
    (email === undefined || session.customer_details?.email === email);
  const sessions = [...books.sessions.values()].map(({ session }) => session).filter(wanted);
  return pageOf(sessions, query, "/v1/checkout/sessions");
}
