import type Stripe from "stripe";
import { type Fields, textOf } from "../../record.ts";
import type { ApiRoutes } from "../api/api-routes.ts";
import { matches, pageOf, pageParameters, within } from "../api/list.ts";
import { flagOf, mergedMetadata, refuseUnknown, textOrNull } from "../api/parameters.ts";
import { found, refused } from "../api/stripe-error.ts";
import { idOf } from "../books/ids.ts";
import { cardError, methodNamed } from "../customers/payment-methods.ts";
import type { Outcome } from "../payments/attempt-payment.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { markUncollectible, voidInvoice } from "./close-invoice.ts";
import { finalizeInvoice } from "./finalize-invoice.ts";
import { methodFor, payInvoice } from "./pay-invoice.ts";
import { createPreview } from "./preview-invoice.ts";
import { settleInvoice } from "./settle-invoice.ts";
import { entryOf } from "./write-invoice.ts";

const listParameters = [
  ...pageParameters,
  "collection_method",
  "customer",
  "status",
  "subscription",
] as const satisfies readonly (keyof Stripe.InvoiceListParams)[];
const payParameters = [
  "off_session",
  "paid_out_of_band",
  "payment_method",
] as const satisfies readonly (keyof Stripe.InvoicePayParams)[];

/** https://docs.stripe.com/api/invoices */
export function serveInvoices(api: ApiRoutes, room: StripeRoom): void {
  const { invoices } = room.books;
  const invoice = (id: string) => found(invoices, id, "invoice");
  api.post("/invoices/create_preview", ({ fields }) => createPreview(room, fields));
  api.get("/invoices", ({ fields, path }) => {
    refuseUnknown(fields, listParameters);
    const isWithin = within(fields.created);
    const wanted = (one: Stripe.Invoice) =>
      matches(fields.customer, idOf(one.customer)) &&
      matches(fields.status, one.status) &&
      matches(fields.subscription, idOf(one.parent?.subscription_details?.subscription)) &&
      isWithin(one.created);
    return pageOf([...invoices.values()].filter(wanted), fields, path);
  });
  api.get("/invoices/:id", ({ id }) => invoice(id));
  api.get("/invoices/:id/lines", ({ id, fields, path }) => pageOf([...invoice(id).lines.data].reverse(), fields, path));
  api.post("/invoices/:id", ({ id, fields }) => update(invoice(id), fields));
  api.post("/invoices/:id/finalize", ({ id }) => finalized(room, invoice(id)));
  api.post("/invoices/:id/pay", ({ id, fields }) => pay(room, invoice(id), fields));
  api.post("/invoices/:id/void", ({ id }) => {
    voidInvoice(room, invoice(id));
    return invoice(id);
  });
  api.post("/invoices/:id/mark_uncollectible", ({ id }) => {
    markUncollectible(room, invoice(id));
    return invoice(id);
  });
}

function finalized(room: StripeRoom, invoice: Stripe.Invoice): Stripe.Invoice {
  finalizeInvoice(room, invoice);
  return invoice;
}

function update(invoice: Stripe.Invoice, parameters: Fields): Stripe.Invoice {
  refuseUnknown(parameters, ["auto_advance", "description", "metadata"]);
  invoice.metadata = mergedMetadata(invoice.metadata, parameters.metadata);
  invoice.auto_advance = flagOf(parameters, "auto_advance") ?? invoice.auto_advance ?? false;
  if (parameters.description !== undefined) invoice.description = textOrNull(parameters.description);
  if (!invoice.auto_advance) invoice.next_payment_attempt = null;
  return invoice;
}

/** Pays now, by the method named or the one on file. Throws as the bank says no. */
function pay(room: StripeRoom, invoice: Stripe.Invoice, parameters: Fields): Stripe.Invoice {
  refuseUnknown(parameters, payParameters);
  if (invoice.status === "paid") throw refused("Invoice is already paid");
  if (invoice.status === "void") throw refused("This invoice has been voided and can no longer be paid.");
  if (invoice.status === "draft") finalizeInvoice(room, invoice);
  if (flagOf(parameters, "paid_out_of_band")) settleInvoice(room, invoice, null);
  if (invoice.status === "paid") return invoice;
  const outcome = payInvoice(room, invoice, { method: methodOf(room, invoice, parameters), presence: "off_session" });
  refuseUnpaid(outcome);
  return invoice;
}

function methodOf(room: StripeRoom, invoice: Stripe.Invoice, parameters: Fields): Stripe.PaymentMethod | null {
  const named = textOf(parameters.payment_method);
  if (named !== undefined) return methodNamed(room.books, named);
  const entry = entryOf(room, invoice);
  return entry ? methodFor(room.books, entry) : null;
}

function refuseUnpaid(outcome: Outcome): void {
  if (outcome.kind === "declined") throw cardError(outcome.refusal, outcome.charge?.id);
  if (outcome.kind === "paid") return;
  const message = "This payment requires additional user action before it can be completed successfully.";
  throw cardError({ code: "invoice_payment_intent_requires_action", declineCode: null, message });
}
