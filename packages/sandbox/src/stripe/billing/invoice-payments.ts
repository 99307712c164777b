import type Stripe from "stripe";
import { fieldsOf } from "../../record.ts";
import type { ApiRoutes } from "../api/api-routes.ts";
import { matches, pageOf, pageParameters, within } from "../api/list.ts";
import { refuseUnknown } from "../api/parameters.ts";
import { found } from "../api/stripe-error.ts";
import type { Books } from "../books/books.ts";
import { idOf } from "../books/ids.ts";
import type { StripeRoom } from "../stripe-room.ts";

const listParameters = [
  ...pageParameters,
  "invoice",
  "payment",
  "status",
] as const satisfies readonly (keyof Stripe.InvoicePaymentListParams)[];

/** https://docs.stripe.com/api/invoice-payment: what joins an invoice to its payment intent, found from either end. */
export function serveInvoicePayments(api: ApiRoutes, { books }: StripeRoom): void {
  api.get("/invoice_payments", ({ fields, path }) => {
    refuseUnknown(fields, listParameters);
    const isWithin = within(fields.created);
    const asked = fieldsOf(fields.payment);
    const wanted = ({ invoice, payment, status, created }: Stripe.InvoicePayment) =>
      matches(fields.invoice, idOf(invoice)) &&
      matches(fields.status, status) &&
      matches(asked.type, payment.type) &&
      matches(asked.payment_intent, idOf(payment.payment_intent)) &&
      isWithin(created);
    return pageOf([...books.invoicePayments.values()].filter(wanted), fields, path);
  });
  api.get("/invoice_payments/:id", ({ id }) => found(books.invoicePayments, id, "invoice_payment"));
}

/** The payment an invoice asks for. */
export function invoicePaymentOf(
  { invoicePayments }: Books,
  { id }: Stripe.Invoice,
): Stripe.InvoicePayment | undefined {
  return [...invoicePayments.values()].find(({ invoice }) => idOf(invoice) === id);
}
