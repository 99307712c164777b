import type Stripe from "stripe";
import { listOf } from "../api/list.ts";
import type { SubscriptionEntry } from "../books/books.ts";
import { idOf, newId } from "../books/ids.ts";
import { nowFor } from "../clock/time.ts";
import { emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";

export type InvoiceDraft = {
  customer: Stripe.Customer;
  /** Null for the invoice of a one-off purchase. */
  subscription: Stripe.Subscription | null;
  reason: Stripe.Invoice.BillingReason;
  lines: Stripe.InvoiceLineItem[];
  /** The period that ended; what the lines ask for is the next one. */
  period: { start: number; end: number };
  /** When it finalizes by itself, in the subscription's time; null when it waits for somebody. */
  finalizesAt: number | null;
  metadata: Stripe.Metadata;
};

/** Writes a draft, makes it the subscription's latest, and tells of it. */
export function writeInvoice(room: StripeRoom, draft: InvoiceDraft): Stripe.Invoice {
  const created = nowFor(room.books, draft.customer.id);
  const invoice = buildInvoice(newId("in"), created, draft);
  for (const line of invoice.lines.data) line.invoice = invoice.id;
  room.books.invoices.set(invoice.id, invoice);
  draft.customer.currency ??= invoice.currency;
  if (draft.subscription) draft.subscription.latest_invoice = invoice.id;
  void emitEvent(room, "invoice.created", invoice, { at: created });
  return invoice;
}

/** An invoice as it stands before it is finalized, also for a preview. */
export function buildInvoice(id: string, created: number, draft: InvoiceDraft): Stripe.Invoice {
  const { customer, subscription, lines } = draft;
  const total = lines.reduce((sum, line) => sum + line.amount, 0);
  const due = Math.max(0, total + customer.balance);
  return {
    ...structuredClone(plainInvoice),
    id,
    amount_due: due,
    amount_remaining: due,
    auto_advance: draft.finalizesAt !== null,
    automatically_finalizes_at: draft.finalizesAt,
    billing_reason: draft.reason,
    created,
    currency: lines[0]?.currency ?? customer.currency ?? "usd",
    customer: customer.id,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    default_payment_method: null,
    lines: listOf(lines, `/v1/invoices/${id}/lines`),
    metadata: draft.metadata,
    parent: subscription && {
      quote_details: null,
      subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
      type: "subscription_details",
    },
    period_end: draft.period.end,
    period_start: draft.period.start,
    starting_balance: customer.balance,
    subtotal: total,
    subtotal_excluding_tax: total,
    test_clock: idOf(customer.test_clock),
    total,
    total_excluding_tax: total,
  } satisfies Stripe.Invoice;
}

/** The subscription an invoice belongs to. */
export function entryOf({ books }: StripeRoom, invoice: Stripe.Invoice): SubscriptionEntry | undefined {
  return books.subscriptions.get(idOf(invoice.parent?.subscription_details?.subscription) ?? "");
}

const plainInvoice = {
  object: "invoice",
  account_country: "US",
  account_name: "Sandbox",
  account_tax_ids: null,
  amount_overpaid: 0,
  amount_paid: 0,
  amount_shipping: 0,
  application: null,
  attempt_count: 0,
  attempted: false,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
  collection_method: "charge_automatically",
  custom_fields: null,
  customer_account: null,
  customer_address: null,
  customer_shipping: null,
  customer_tax_exempt: "none",
  customer_tax_ids: [],
  default_source: null,
  default_tax_rates: [],
  description: null,
  discounts: [],
  due_date: null,
  effective_at: null,
  ending_balance: null,
  footer: null,
  from_invoice: null,
  hosted_invoice_url: null,
  invoice_pdf: null,
  issuer: { type: "self" },
  last_finalization_error: null,
  latest_revision: null,
  livemode: false,
  next_payment_attempt: null,
  number: null,
  on_behalf_of: null,
  payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
  post_payment_credit_notes_amount: 0,
  pre_payment_credit_notes_amount: 0,
  receipt_number: null,
  rendering: null,
  shipping_cost: null,
  shipping_details: null,
  statement_descriptor: null,
  status: "draft",
  status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
  total_discount_amounts: [],
  total_pretax_credit_amounts: [],
  total_taxes: [],
  webhooks_delivered_at: null,
} satisfies Partial<Stripe.Invoice>;
