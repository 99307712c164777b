import type Stripe from "stripe";
import { type Fragment, html } from "../../pages/html.ts";
import type { Page } from "../../pages/page.ts";
import { dateOf } from "../billing/invoice-pages.ts";
import { periodOf } from "../billing/prorate.ts";
import type { Settings } from "../books/books.ts";
import { idOf } from "../books/ids.ts";
import { sentTypes } from "../events/event-types.ts";
import { moneyOf } from "../payments/money.ts";
import { nextStatuses } from "../payments/move-dispute.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { button, table } from "./page-parts.ts";

const afterRetriesWords: Readonly<Record<Settings["afterRetries"], string>> = {
  cancel: "A subscription is canceled.",
  unpaid: "A subscription is unpaid, and its next invoices stay drafts.",
  past_due: "A subscription stays past due.",
};

/** How much of each kind is shown. */
const shown = 25;

/** `/stripe`: time, subscriptions, payments, disputes, refunds and events, with what a person can make happen to them. */
export function stripePage({ books }: StripeRoom): Page {
  const latest = <T>(shelf: ReadonlyMap<string, T>) => [...shelf.values()].slice(-shown).reverse();
  return {
    title: "Payments",
    body: html`<h1>Payments</h1>
<p class="muted">What the stand-in for Stripe remembers, and what can be made to happen. Events are sent to the api as they arise.</p>
<h2>Time</h2>
<p class="muted">Moves every subscription that is on no test clock. Days make payments older as well. Money keeps the real time.</p>
<div class="row">${button("/control/stripe/advance", { to: "renewal" }, "To the next renewal")}
${button("/control/stripe/advance", { days: "1" }, "A day")}
${button("/control/stripe/advance", { days: "7" }, "A week")}
${button("/control/stripe/advance", { days: "31" }, "A month")}
${button("/control/stripe/advance", { days: "91" }, "91 days")}</div>
<h2>Subscriptions</h2>
${table(
  ["Subscription", "Status", "Period", "Price", ""],
  latest(books.subscriptions).map(({ subscription }) => subscriptionRow(subscription)),
)}
<h2>Payments</h2>
${table(["Payment", "Amount", "By", "State", ""], latest(books.charges).map(chargeRow))}
<h2>Disputes</h2>
${table(["Dispute", "Amount", "Reason", "Status", ""], latest(books.disputes).map(disputeRow))}
<h2>Refunds</h2>
${table(["Refund", "Amount", "Status", ""], latest(books.refunds).map(refundRow))}
<h2>After the last retry</h2>
<p>${afterRetriesWords[books.settings.afterRetries]}</p>
<div class="row">${(["cancel", "unpaid", "past_due"] as const).map((afterRetries) => button("/control/stripe/settings", { afterRetries }, afterRetries))}</div>
<h2>Events</h2>
${table(["Time", "Event", "Type", "Delivered", ""], latest(books.events).map(eventRow))}`,
  };
}

function subscriptionRow(subscription: Stripe.Subscription): Fragment[] {
  const { start, end } = periodOf(subscription);
  const [item] = subscription.items.data;
  const id = subscription.id;
  return [
    html`<code>${id}</code>`,
    html`${subscription.status}${subscription.cancel_at !== null && html`, ends ${dateOf(subscription.cancel_at)}`}`,
    `${dateOf(start)} to ${dateOf(end)}`,
    item ? moneyOf((item.price.unit_amount ?? 0) * (item.quantity ?? 1), subscription.currency) : "",
    subscription.ended_at === null && button("/control/stripe/advance", { to: "renewal", subscription: id }, "Renew"),
  ];
}

function chargeRow(charge: Stripe.Charge): Fragment[] {
  const state = charge.refunded ? "refunded" : charge.disputed ? "disputed" : charge.status;
  const canDispute =
    charge.paid && !charge.refunded && !charge.disputed && charge.payment_method_details?.type === "card";
  return [
    html`<code>${charge.id}</code>`,
    moneyOf(charge.amount, charge.currency),
    charge.payment_method_details?.type,
    state,
    canDispute &&
      html`<div class="row">${button("/control/stripe/disputes", { charge: charge.id }, "Dispute")}
${button("/control/stripe/disputes", { charge: charge.id, kind: "inquiry" }, "Inquiry")}
${button("/control/stripe/warnings", { charge: charge.id }, "Fraud warning")}</div>`,
  ];
}

function disputeRow(dispute: Stripe.Dispute): Fragment[] {
  const next = nextStatuses[dispute.status] ?? [];
  return [
    html`<code>${dispute.id}</code>`,
    moneyOf(dispute.amount, dispute.currency),
    dispute.reason,
    dispute.status,
    html`<div class="row">${next.map((to) => button(`/control/stripe/disputes/${dispute.id}`, { to }, to))}</div>`,
  ];
}

function refundRow(refund: Stripe.Refund): Fragment[] {
  const path = `/control/stripe/refunds/${refund.id}`;
  return [
    html`<code>${refund.id}</code>`,
    moneyOf(refund.amount, refund.currency),
    refund.status,
    refund.status !== "failed" && button(path, { to: "failed" }, "Fail"),
  ];
}

function eventRow(event: Stripe.Event): Fragment[] {
  const { object } = event.data;
  const about = "id" in object && typeof object.id === "string" ? idOf(object.id) : "";
  return [
    new Date(event.created * 1000).toISOString().replace("T", " ").slice(0, 19),
    html`<code>${event.id}</code>`,
    html`${event.type} <span class="muted">${about}</span>`,
    sentTypes.has(event.type)
      ? event.pending_webhooks === 0
        ? "yes"
        : "no"
      : html`<span class="muted">not subscribed</span>`,
    sentTypes.has(event.type) && button(`/control/stripe/events/${event.id}/resend`, {}, "Send again"),
  ];
}
