import type { FastifyInstance, FastifyReply } from "fastify";
import type Stripe from "stripe";
import { html } from "../../pages/html.ts";
import { type Page, sendPage } from "../../pages/page.ts";
import { fieldsOf, textOf } from "../../record.ts";
import { idOf } from "../books/ids.ts";
import { challengePage } from "../checkout/challenge-page.ts";
import { addCard } from "../customers/payment-methods.ts";
import { cardOfNumber, noTestCard } from "../customers/test-cards.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { invoicePage, isPayable, receiptPage } from "./invoice-pages.ts";
import { payInvoice, paymentOf } from "./pay-invoice.ts";
import { writePdf } from "./write-pdf.ts";

type ById = { Params: { id: string } };

/** What a payer sees of billing: `/invoices/:id` with its form and its PDF, and `/receipts/:id`. */
export function serveInvoicePages(server: FastifyInstance, room: StripeRoom): void {
  const { invoices, charges } = room.books;
  server.get<ById>("/invoices/:id", async ({ params }, reply) => {
    const invoice = invoices.get(params.id);
    return invoice ? sendPage(reply, invoicePage(invoice)) : sendPage(reply.code(404), missing);
  });
  server.get<ById>("/invoices/:id/pdf", async ({ params }, reply) => {
    const invoice = invoices.get(params.id);
    if (invoice === undefined) return sendPage(reply.code(404), missing);
    const name = `attachment; filename="${invoice.number ?? invoice.id}.pdf"`;
    return reply.header("content-disposition", name).type("application/pdf").send(writePdf(invoice));
  });
  server.get<ById>("/invoices/:id/authenticate", async ({ params }, reply) =>
    sendPage(reply, challengePage(`/invoices/${params.id}/authenticate`)),
  );
  server.post<ById>("/invoices/:id/pay", async ({ params, body }, reply) =>
    payable(room, params.id, reply, (invoice) => pay(room, invoice, textOf(fieldsOf(body).number) ?? "", reply)),
  );
  server.post<ById>("/invoices/:id/authenticate", async ({ params, body }, reply) =>
    payable(room, params.id, reply, (invoice) =>
      authenticate(room, invoice, fieldsOf(body).decision === "complete", reply),
    ),
  );
  server.get<ById>("/receipts/:id", async ({ params }, reply) => {
    const charge = charges.get(params.id);
    return charge ? sendPage(reply, receiptPage(charge)) : sendPage(reply.code(404), missing);
  });
}

const missing: Page = {
  title: "Invoice",
  bare: true,
  body: html`<main class="page"><h1>There is no such page.</h1></main>`,
};

function payable(
  room: StripeRoom,
  id: string,
  reply: FastifyReply,
  then: (invoice: Stripe.Invoice) => FastifyReply,
): FastifyReply {
  const invoice = room.books.invoices.get(id);
  if (invoice === undefined) return sendPage(reply.code(404), missing);
  return isPayable(invoice) ? then(invoice) : sendPage(reply.code(410), invoicePage(invoice));
}

function pay(room: StripeRoom, invoice: Stripe.Invoice, number: string, reply: FastifyReply): FastifyReply {
  const typed = cardOfNumber(number);
  if (typed === null) return sendPage(reply.code(402), invoicePage(invoice, noTestCard.message));
  const method = addCard(room.books, typed, { customer: null, email: invoice.customer_email });
  return settle(room, invoice, method, "on_session", reply);
}

function authenticate(room: StripeRoom, invoice: Stripe.Invoice, isDone: boolean, reply: FastifyReply): FastifyReply {
  const method = room.books.paymentMethods.get(idOf(paymentOf(room.books, invoice).payment_method) ?? "");
  if (!isDone || method === undefined)
    return sendPage(reply.code(402), invoicePage(invoice, "Your bank could not make sure that it was you."));
  return settle(room, invoice, method, "authenticated", reply);
}

function settle(
  room: StripeRoom,
  invoice: Stripe.Invoice,
  method: Stripe.PaymentMethod,
  presence: "on_session" | "authenticated",
  reply: FastifyReply,
): FastifyReply {
  const outcome = payInvoice(room, invoice, { method, presence });
  if (outcome.kind === "authenticate") return reply.redirect(`/invoices/${invoice.id}/authenticate`, 303);
  if (outcome.kind === "declined") return sendPage(reply.code(402), invoicePage(invoice, outcome.refusal.message));
  return reply.redirect(`/invoices/${invoice.id}`, 303);
}
