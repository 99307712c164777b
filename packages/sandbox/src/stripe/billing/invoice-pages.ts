import type Stripe from "stripe";
import { type Fragment, html } from "../../pages/html.ts";
import type { Page } from "../../pages/page.ts";
import { cardFields } from "../checkout/card-fields.ts";
import { moneyOf } from "../payments/money.ts";

const words: Readonly<Record<string, string>> = {
  draft: "This invoice is a draft.",
  open: "This invoice is to be paid.",
  paid: "This invoice is paid.",
  void: "This invoice is void.",
  uncollectible: "This invoice was written off.",
};

/** The hosted invoice: what it asks for, and a form while it is open. */
export function invoicePage(invoice: Stripe.Invoice, problem?: string): Page {
  return {
    title: `Invoice ${invoice.number ?? "draft"}`,
    bare: true,
    body: html`<main class="page narrow">
<p><span class="tag">Sandbox</span> <span class="muted">No money moves here.</span></p>
<h1>Invoice ${invoice.number ?? ""}</h1>
<p>${words[invoice.status ?? "draft"]} ${invoice.invoice_pdf && html`<a href="${invoice.invoice_pdf}">PDF</a>`}</p>
<p class="muted">To ${invoice.customer_email ?? invoice.customer_name ?? "the customer"}, ${dateOf(invoice.created)}</p>
<div class="scroll"><table><tbody>${invoice.lines.data.map(lineRow)}</tbody>
<tfoot><tr><th>Total</th><td></td><td class="number">${moneyOf(invoice.total, invoice.currency)}</td></tr>
<tr><th>To pay</th><td></td><td class="number">${moneyOf(invoice.amount_remaining, invoice.currency)}</td></tr></tfoot></table></div>
${problem !== undefined && html`<p class="alert" role="alert">${problem}</p>`}
${isPayable(invoice) && payForm(invoice)}
</main>`,
  };
}

/** True where a person can still pay it. */
export function isPayable({ status }: Stripe.Invoice): boolean {
  return status === "open" || status === "uncollectible";
}

function lineRow(line: Stripe.InvoiceLineItem): Fragment {
  const { start, end } = line.period;
  return html`<tr><td>${line.description}</td><td class="muted">${end > start && `${dateOf(start)} to ${dateOf(end)}`}</td>
  <td class="number">${moneyOf(line.amount, line.currency)}</td></tr>`;
}

function payForm(invoice: Stripe.Invoice): Fragment {
  return html`<h2>Pay</h2><form method="post" action="/invoices/${invoice.id}/pay">${cardFields()}
<div class="actions"><button type="submit">Pay ${moneyOf(invoice.amount_remaining, invoice.currency)}</button></div></form>`;
}

/** The receipt of one payment. */
export function receiptPage(charge: Stripe.Charge): Page {
  const card = charge.payment_method_details?.card;
  const method = card ? `${card.brand} ending in ${card.last4}` : (charge.payment_method_details?.type ?? "");
  return {
    title: "Receipt",
    bare: true,
    body: html`<main class="page narrow"><h1>Receipt</h1>
<p class="total">${moneyOf(charge.amount, charge.currency)}</p>
<table><tbody><tr><th>Paid</th><td>${dateOf(charge.created)}</td></tr><tr><th>By</th><td>${method}</td></tr>
<tr><th>For</th><td>${charge.description ?? charge.id}</td></tr>
${charge.amount_refunded > 0 && html`<tr><th>Refunded</th><td>${moneyOf(charge.amount_refunded, charge.currency)}</td></tr>`}
</tbody></table></main>`,
  };
}

/** A day as people write it, UTC. */
export function dateOf(seconds: number): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(seconds * 1000);
}
