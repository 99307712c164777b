import type Stripe from "stripe";
import { type Fields, textOf } from "../../record.ts";
import { choiceOf, flagOf, metadataOf, refuseUnknown, requiredText, textOrNull } from "../api/parameters.ts";
import { found, refused } from "../api/stripe-error.ts";
import type { Books, SubscriptionEntry } from "../books/books.ts";
import { idOf } from "../books/ids.ts";
import { methodOfCustomer } from "../customers/customers.ts";
import type { Presence } from "../payments/attempt-payment.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { finalizeInvoice } from "./finalize-invoice.ts";
import { methodFor, payInvoice, refusalOf, wouldPay } from "./pay-invoice.ts";
import { linesOfPeriod, periodOf } from "./prorate.ts";
import { readWanted } from "./subscription-items.ts";
import { writeInvoice } from "./write-invoice.ts";
import { type SubscriptionDraft, tellOfCreation, writeSubscription } from "./write-subscription.ts";

const known = [
  "billing_mode",
  "cancel_at_period_end",
  "collection_method",
  "currency",
  "customer",
  "default_payment_method",
  "description",
  "items",
  "metadata",
  "off_session",
  "payment_behavior",
  "payment_settings",
  "proration_behavior",
] as const satisfies readonly (keyof Stripe.SubscriptionCreateParams)[];
const behaviors = ["allow_incomplete", "default_incomplete", "error_if_incomplete"] as const;

/** https://docs.stripe.com/api/subscriptions/create. Incomplete until its first invoice is paid. */
export function createSubscription(room: StripeRoom, parameters: Fields): SubscriptionEntry {
  refuseUnknown(parameters, known);
  if (choiceOf(parameters, "collection_method", ["charge_automatically"]) === undefined && parameters.collection_method)
    throw refused("This sandbox collects by card only.");
  const { books } = room;
  const customer = found(books.customers, requiredText(parameters, "customer"), "customer", "customer");
  const wanted = readWanted(books, parameters.items, "items");
  refuseSecondCurrency(customer, wanted[0]?.price.currency);
  const behavior = choiceOf(parameters, "payment_behavior", behaviors) ?? "allow_incomplete";
  const method = textOf(parameters.default_payment_method);
  const defaultMethod = method === undefined ? null : methodOfCustomer(books, method, customer.id).id;
  const draft: SubscriptionDraft = {
    customer,
    wanted,
    status: "incomplete",
    defaultMethod,
    description: textOrNull(parameters.description),
    metadata: metadataOf(parameters.metadata),
    cancelsAtEnd: flagOf(parameters, "cancel_at_period_end") ?? false,
  };
  if (behavior === "error_if_incomplete") refuseUnpayable(books, draft);
  const entry = writeSubscription(room, draft);
  const invoice = billFirstPeriod(room, entry, customer);
  tellOfCreation(room, entry);
  finalizeInvoice(room, invoice);
  const pays = invoice.status === "open" && behavior !== "default_incomplete";
  if (pays) payInvoice(room, invoice, { method: methodFor(books, entry), presence: "off_session" });
  return entry;
}

/** The invoice of a subscription's first period, still a draft. */
export function billFirstPeriod(
  room: StripeRoom,
  { subscription }: SubscriptionEntry,
  customer: Stripe.Customer,
): Stripe.Invoice {
  const { start } = periodOf(subscription);
  return writeInvoice(room, {
    customer,
    subscription,
    reason: "subscription_create",
    lines: linesOfPeriod(room.books, subscription),
    period: { start, end: start },
    finalizesAt: null,
    metadata: {},
  });
}

/** Finalizes and pays the first invoice of a subscription whose payer is at the page. */
export function payFirstPeriod(
  room: StripeRoom,
  entry: SubscriptionEntry,
  invoice: Stripe.Invoice,
  presence: Presence,
): void {
  finalizeInvoice(room, invoice);
  if (invoice.status === "open") payInvoice(room, invoice, { method: methodFor(room.books, entry), presence });
}

/** A customer is billed in one currency, that of their first invoice. */
export function refuseSecondCurrency(customer: Stripe.Customer, currency: string | undefined): void {
  if (!customer.currency || customer.currency === currency) return;
  throw refused(
    `You cannot combine currencies on a single customer. This customer has had a subscription, coupon, or invoice item with currency ${customer.currency}`,
  );
}

function refuseUnpayable(books: Books, { customer, defaultMethod }: SubscriptionDraft): void {
  const id = defaultMethod ?? idOf(customer.invoice_settings.default_payment_method);
  const method = books.paymentMethods.get(id ?? "") ?? null;
  if (!wouldPay(books, method)) throw refusalOf(books, method);
}
