import type Stripe from "stripe";
import { type Fields, textOf, textsOf } from "../../record.ts";
import { choiceOf, metadataOf, textOrNull } from "../api/parameters.ts";
import { badParameter, found } from "../api/stripe-error.ts";
import { refuseSecondCurrency } from "../billing/create-subscription.ts";
import type { SessionEntry } from "../books/books.ts";
import { newId } from "../books/ids.ts";
import { unixNow } from "../clock/time.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { emptySession } from "./empty-session.ts";
import { readLines } from "./lines.ts";
import { payableMethods } from "./payable-methods.ts";
import { type Mode, readExpiry, readInvoiceCreation, readMode, wantedOf } from "./session-parameters.ts";

/** https://docs.stripe.com/api/checkout/sessions/create, for hosted payments and subscriptions. */
export function createSession(room: StripeRoom, parameters: Fields): SessionEntry {
  const { books } = room;
  const mode = readMode(parameters);
  const id = textOf(parameters.customer);
  const customer = id === undefined ? null : found(books.customers, id, "customer", "customer");
  if (customer && parameters.customer_email !== undefined) {
    throw badParameter(
      "customer_email",
      "You may only specify one of these parameters: customer, customer_email.",
      "parameters_exclusive",
    );
  }
  const wanted = wantedOf(parameters, mode);
  const lines = readLines(books, parameters.line_items, mode);
  if (mode === "subscription" && customer) refuseSecondCurrency(customer, lines[0]?.currency);
  const session = buildSession(room, { parameters, mode, customer: customer?.id ?? null, lines });
  const entry: SessionEntry = { session, lines, wanted, paymentMethod: null };
  books.sessions.set(session.id, entry);
  return entry;
}

type Parts = {
  parameters: Fields;
  mode: Mode;
  customer: string | null;
  lines: Stripe.LineItem[];
};

function buildSession(
  { books, world }: StripeRoom,
  { parameters, mode, customer, lines }: Parts,
): Stripe.Checkout.Session {
  const id = newId("cs_test");
  const currency = lines[0]?.currency ?? "usd";
  const total = lines.reduce((sum, line) => sum + line.amount_total, 0);
  const allowed =
    parameters.allowed_payment_method_types === undefined ? null : textsOf(parameters.allowed_payment_method_types);
  const excluded = textsOf(parameters.excluded_payment_method_types);
  const creation = choiceOf(parameters, "customer_creation", ["always", "if_required"] as const);
  return {
    ...structuredClone(emptySession),
    id,
    allowed_payment_method_types: allowed,
    amount_subtotal: total,
    amount_total: total,
    cancel_url: textOrNull(parameters.cancel_url),
    client_reference_id: textOrNull(parameters.client_reference_id),
    created: unixNow(),
    currency,
    customer,
    customer_creation: customer !== null ? null : mode === "subscription" ? "always" : (creation ?? "if_required"),
    customer_email: textOrNull(parameters.customer_email),
    expires_at: readExpiry(parameters.expires_at),
    invoice_creation: mode === "payment" ? readInvoiceCreation(parameters.invoice_creation) : null,
    locale: textOrNull(parameters.locale),
    metadata: metadataOf(parameters.metadata),
    mode,
    payment_method_collection: mode === "subscription" ? "always" : "if_required",
    payment_method_types: payableMethods({ enabled: books.settings.methods, currency, mode, allowed, excluded }),
    success_url: textOrNull(parameters.success_url),
    url: `${world.publicUrl()}/checkout/${id}`,
  } satisfies Stripe.Checkout.Session;
}
