import type Stripe from "stripe";
import { type Fragment, html } from "../../pages/html.ts";
import type { Page } from "../../pages/page.ts";
import { dateOf } from "../billing/invoice-pages.ts";
import { periodOf } from "../billing/prorate.ts";
import { cardFields } from "../checkout/card-fields.ts";
import { moneyOf } from "../payments/money.ts";

export type PortalView = {
  session: Stripe.BillingPortal.Session;
  features: Stripe.BillingPortal.Configuration.Features;
  headline: string | null;
  subscriptions: Stripe.Subscription[];
  /** The card that renewals are taken from. */
  card: Stripe.PaymentMethod | null;
  invoices: Stripe.Invoice[];
  nameOf(price: Stripe.Price): string;
};

/** What a member sees of their billing, and may change, as the configuration allows. */
export function portalPage(view: PortalView, problem?: string): Page {
  const { session, features, subscriptions, invoices } = view;
  const only = session.flow?.type;
  return {
    title: "Billing",
    bare: true,
    body: html`<main class="page narrow">
<p><span class="tag">Sandbox</span> <span class="muted">This page stands in for Stripe's customer portal.</span></p>
<h1>${view.headline ?? "Billing"}</h1>
${session.return_url !== null && html`<p><a href="${session.return_url}">Back</a></p>`}
${problem !== undefined && html`<p class="alert" role="alert">${problem}</p>`}
${
  only !== "payment_method_update" &&
  html`<h2>Subscriptions</h2>${subscriptions.length === 0 && html`<p>None.</p>`}${subscriptions.map((one) => subscriptionCard(view, one))}`
}
${only !== "subscription_cancel" && features.payment_method_update.enabled && cardForm(view)}
${only === undefined && features.invoice_history.enabled && invoiceTable(invoices)}
</main>`,
  };
}

function subscriptionCard({ session, features, nameOf }: PortalView, subscription: Stripe.Subscription): Fragment {
  const [item] = subscription.items.data;
  const { end } = periodOf(subscription);
  const ends = subscription.cancel_at;
  const asked =
    item &&
    `${moneyOf((item.price.unit_amount ?? 0) * (item.quantity ?? 1), subscription.currency)} each ${item.price.recurring?.interval}`;
  return html`<section class="card"><h3>${item && nameOf(item.price)}</h3>
<p>${asked} <span class="muted">${subscription.status}</span></p>
<p class="muted">${ends === null ? `Renews on ${dateOf(end)}.` : `Ends on ${dateOf(ends)}.`}</p>
<form method="post" action="/portal/${session.id}/subscriptions/${subscription.id}">
${ends === null ? features.subscription_cancel.enabled && cancelButton(features) : html`<button type="submit" name="decision" value="keep">Don't cancel</button>`}
</form></section>`;
}

function cancelButton({ subscription_cancel: { mode } }: PortalView["features"]): Fragment {
  const label = mode === "immediately" ? "Cancel now" : "Cancel at the end of the period";
  return html`<button type="submit" class="quiet" name="decision" value="cancel">${label}</button>`;
}

function cardForm({ session, card }: PortalView): Fragment {
  const current = card?.card ? `${card.card.brand} ending in ${card.card.last4}` : "No card is on file.";
  return html`<h2>Payment method</h2><p>${current}</p>
<form method="post" action="/portal/${session.id}/card">${cardFields()}
<div class="actions"><button type="submit">Use this card</button></div></form>`;
}

function invoiceTable(invoices: Stripe.Invoice[]): Fragment {
  if (invoices.length === 0) return html`<h2>Invoices</h2><p>None yet.</p>`;
  return html`<h2>Invoices</h2><div class="scroll"><table><tbody>${invoices.map(
    (invoice) => html`<tr><td>${dateOf(invoice.created)}</td>
  <td>${invoice.hosted_invoice_url ? html`<a href="${invoice.hosted_invoice_url}">${invoice.number}</a>` : "Draft"}</td>
  <td>${invoice.status}</td><td class="number">${moneyOf(invoice.total, invoice.currency)}</td></tr>`,
  )}</tbody></table></div>`;
}
