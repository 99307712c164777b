import type Stripe from "stripe";
import { type Fields, textOf } from "../record.ts";
import { type Books, metadataOf, newId, unixNow } from "./books.ts";
import { noSuch, refuseUnknown } from "./stripe-error.ts";

const known = ["address", "description", "email", "expand", "metadata", "name", "phone", "preferred_locales"];

/** https://docs.stripe.com/api/customers/create */
export function createCustomer(books: Books, parameters: Fields): Stripe.Customer {
  refuseUnknown(parameters, known);
  const customer = {
    id: newId("cus"),
    object: "customer",
    address: null,
    balance: 0,
    created: unixNow(),
    currency: null,
    default_source: null,
    delinquent: false,
    description: textOf(parameters.description) ?? null,
    discount: null,
    email: textOf(parameters.email) ?? null,
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: metadataOf(parameters.metadata),
    name: textOf(parameters.name) ?? null,
    phone: textOf(parameters.phone) ?? null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: "none",
    test_clock: null,
  } satisfies Stripe.Customer;
  books.customers.set(customer.id, customer);
  return customer;
}

/** https://docs.stripe.com/api/customers/retrieve. Throws resource_missing. */
export function getCustomer(books: Books, id: string): Stripe.Customer {
  const customer = books.customers.get(id);
  if (!customer) throw noSuch("customer", id);
  return customer;
}
