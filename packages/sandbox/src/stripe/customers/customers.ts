import type Stripe from "stripe";
import { type Fields, fieldsOf, textOf } from "../../record.ts";
import type { ApiRoutes } from "../api/api-routes.ts";
import { copyOf } from "../api/expand.ts";
import { matches, pageOf, pageParameters, within } from "../api/list.ts";
import { mergedMetadata, metadataOf, refuseUnknown, textOrNull } from "../api/parameters.ts";
import { found, noSuch } from "../api/stripe-error.ts";
import { cancelSubscription } from "../billing/cancel-subscription.ts";
import type { Books } from "../books/books.ts";
import { newId } from "../books/ids.ts";
import { unixNow } from "../clock/time.ts";
import { changesSince, emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { attach, methodNamed } from "./payment-methods.ts";
import { cardOfToken } from "./test-cards.ts";

const createParameters = [
  "address",
  "balance",
  "description",
  "email",
  "invoice_settings",
  "metadata",
  "name",
  "payment_method",
  "phone",
  "preferred_locales",
  "test_clock",
] as const satisfies readonly (keyof Stripe.CustomerCreateParams)[];
const updateParameters = createParameters.filter((name) => name !== "payment_method" && name !== "test_clock");
const listParameters = [
  ...pageParameters,
  "email",
  "test_clock",
] as const satisfies readonly (keyof Stripe.CustomerListParams)[];

/** https://docs.stripe.com/api/customers */
export function serveCustomers(api: ApiRoutes, room: StripeRoom): void {
  const { customers } = room.books;
  api.post("/customers", ({ fields }) => {
    refuseUnknown(fields, createParameters);
    return createCustomer(room, fields);
  });
  api.get("/customers", ({ fields, path }) => {
    refuseUnknown(fields, listParameters);
    const isWithin = within(fields.created);
    const wanted = ({ email, created, test_clock }: Stripe.Customer) =>
      matches(fields.email, email) && matches(fields.test_clock, String(test_clock)) && isWithin(created);
    return pageOf([...customers.values()].filter(wanted), fields, path);
  });
  api.get("/customers/:id", ({ id }) => found(customers, id, "customer"));
  api.post("/customers/:id", ({ id, fields }) => {
    refuseUnknown(fields, updateParameters);
    return updateCustomer(room, found(customers, id, "customer"), fields);
  });
  api.delete("/customers/:id", ({ id }) => deleteCustomer(room, found(customers, id, "customer")));
}

/** Makes a customer out of checked parameters. */
export function createCustomer(room: StripeRoom, parameters: Fields): Stripe.Customer {
  const { clocks, customers } = room.books;
  const clock = textOf(parameters.test_clock);
  const created = clock === undefined ? unixNow() : found(clocks, clock, "test_clock", "test_clock").frozen_time;
  const id = newId("cus");
  const customer = {
    id,
    object: "customer",
    address: null,
    balance: 0,
    created,
    currency: null,
    default_source: null,
    delinquent: false,
    description: textOrNull(parameters.description),
    discount: null,
    email: textOrNull(parameters.email),
    invoice_prefix: id.slice(-8).toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: metadataOf(parameters.metadata),
    name: textOrNull(parameters.name),
    next_invoice_sequence: 1,
    phone: textOrNull(parameters.phone),
    preferred_locales: [],
    shipping: null,
    tax_exempt: "none",
    test_clock: clock ?? null,
  } satisfies Stripe.Customer;
  customers.set(customer.id, customer);
  const method = textOf(parameters.payment_method);
  if (method !== undefined) attach(room, methodNamed(room.books, method), customer.id);
  setDefaultMethod(room.books, customer, parameters);
  void emitEvent(room, "customer.created", customer, { at: created });
  return customer;
}

function updateCustomer(room: StripeRoom, customer: Stripe.Customer, parameters: Fields): Stripe.Customer {
  const before = copyOf(customer);
  for (const name of ["description", "email", "name", "phone"] as const) {
    if (parameters[name] !== undefined) customer[name] = textOrNull(parameters[name]);
  }
  customer.metadata = mergedMetadata(customer.metadata, parameters.metadata);
  setDefaultMethod(room.books, customer, parameters);
  tellOfCustomer(room, customer, before);
  return customer;
}

/** Tells of what changed about a customer. */
export function tellOfCustomer(room: StripeRoom, customer: Stripe.Customer, before: object): void {
  void emitEvent(room, "customer.updated", customer, { previous: changesSince(before, customer) });
}

function setDefaultMethod(books: Books, customer: Stripe.Customer, parameters: Fields): void {
  const settings = fieldsOf(parameters.invoice_settings);
  refuseUnknown(settings, ["default_payment_method"], "invoice_settings");
  const id = textOf(settings.default_payment_method);
  if (id === undefined) return;
  customer.invoice_settings.default_payment_method = methodOfCustomer(books, id, customer.id).id;
}

/** A payment method of a customer; the name of a test card finds the latest such card they have. Throws resource_missing. */
export function methodOfCustomer(books: Books, id: string, customer: string): Stripe.PaymentMethod {
  const theirs = [...books.paymentMethods.values()].filter((method) => method.customer === customer);
  const name = cardOfToken(id)?.name;
  const method = theirs.findLast(
    (candidate) => candidate.id === id || (name !== undefined && books.cards.get(candidate.id) === name),
  );
  if (method) return method;
  throw noSuch("PaymentMethod", id, "default_payment_method");
}

/** Ends every subscription and forgets who it was; the payments stay. */
function deleteCustomer(room: StripeRoom, customer: Stripe.Customer): Stripe.DeletedCustomer {
  for (const entry of room.books.subscriptions.values()) {
    const { subscription } = entry;
    if (subscription.customer === customer.id && subscription.ended_at === null)
      cancelSubscription(room, entry, "cancellation_requested");
  }
  room.books.customers.delete(customer.id);
  void emitEvent(room, "customer.deleted", customer);
  return { id: customer.id, object: "customer", deleted: true };
}
