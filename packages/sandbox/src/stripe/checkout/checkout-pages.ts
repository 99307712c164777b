import type Stripe from "stripe";
import { type Fragment, html } from "../../pages/html.ts";
import type { Page } from "../../pages/page.ts";
import type { SessionEntry } from "../books/books.ts";
import { moneyOf } from "../payments/money.ts";
import { cardFields } from "./card-fields.ts";

const methodNames: Readonly<Record<string, string>> = {
  card: "Card",
  alipay: "Alipay",
  sepa_debit: "SEPA debit",
  us_bank_account: "Bank account",
};

/** The payment page, with the reason when the last try was declined. */
export function payPage(entry: SessionEntry, problem?: string): Page {
  const { session } = entry;
  const methods = session.payment_method_types;
  const cancelUrl = session.cancel_url;
  return checkout(
    entry,
    html`
<h1>${session.mode === "subscription" ? "Subscribe" : "Pay"}</h1>
${problem !== undefined && html`<p class="alert" role="alert">${problem}</p>`}
<form method="post" action="/checkout/${session.id}/pay">
  <fieldset class="methods"><legend>Payment method</legend>${methods.map(methodTab)}</fieldset>
  ${methods.includes("card") && html`<div class="card-fields">${emailField(session)}${cardFields()}</div>`}
  ${methods.includes("alipay") && html`<p class="alipay-fields muted">You continue at Alipay to authorise the payment.</p>`}
  ${methods.some(isBankDebit) && bankFields(methods)}
  ${methods.length === 0 && html`<p class="alert" role="alert">No payment method is available for this currency.</p>`}
  <div class="actions">
    <button type="submit">Pay ${total(session)}${session.mode === "subscription" && " and subscribe"}</button>
    ${cancelUrl !== null && html`<a class="button quiet" href="${cancelUrl}">Cancel</a>`}
  </div>
</form>`,
  );
}

function methodTab(method: string, index: number): Fragment {
  const checked = index === 0 && html` checked`;
  return html`<label><input type="radio" id="method-${method}" name="method" value="${method}"${checked}> ${methodNames[method] ?? method}</label>`;
}

function emailField(session: Stripe.Checkout.Session): Fragment {
  if (session.customer !== null) return null;
  return html`<label for="email">Email</label>
  <input type="email" id="email" name="email" value="${session.customer_email ?? ""}" autocomplete="off">`;
}

function isBankDebit(method: string): boolean {
  return method === "sepa_debit" || method === "us_bank_account";
}

function bankFields(methods: string[]): Fragment {
  const account = methods.includes("sepa_debit") ? "AT61 1904 3002 3457 3201" : "000123456789";
  return html`<div class="bank-fields"><label for="account">Account</label>
  <input type="text" id="account" name="account" value="${account}" autocomplete="off">
  <p class="muted">The bank answers later. AT86 1904 3002 3547 3202 and 000111111116 are turned down.</p></div>`;
}

/** What Alipay would show: authorise or refuse; at once, or as some methods do, later. */
export function authorisePage(entry: SessionEntry): Page {
  return checkout(
    entry,
    html`
<h1>Authorise at Alipay</h1>
<p class="muted">This step stands in for Alipay's own page.</p>
<form method="post" action="/checkout/${entry.session.id}/authorise">
  <div class="actions">
    <button type="submit" name="decision" value="authorise">Authorise ${total(entry.session)}</button>
    <button type="submit" class="quiet" name="decision" value="fail">Fail this payment</button>
    <button type="submit" class="quiet" name="decision" value="later-paid">Answer later: paid</button>
    <button type="submit" class="quiet" name="decision" value="later-failed">Answer later: failed</button>
  </div>
</form>`,
  );
}

/** For a session that is unknown, paid or expired. */
export function closedPage(entry: SessionEntry | undefined): Page {
  const states: Readonly<Record<string, string>> = {
    complete: "This payment is complete.",
    expired: "This page has expired.",
  };
  const sentence = states[entry?.session.status ?? ""] ?? "There is no such payment page.";
  const back = entry?.session.status === "complete" ? entry.session.success_url : entry?.session.cancel_url;
  const href = back?.replaceAll("{CHECKOUT_SESSION_ID}", entry?.session.id ?? "");
  return {
    title: "Checkout",
    bare: true,
    body: html`<main class="page"><h1>${sentence}</h1>${href && html`<p><a href="${href}">Back to the shop</a></p>`}</main>`,
  };
}

function checkout({ session, lines }: SessionEntry, form: Fragment): Page {
  const body = html`<main class="checkout">
<section class="bill" aria-label="Order"><div class="inner">
  <p><span class="tag">Sandbox</span> <span class="muted">No money moves here.</span></p>
  <p class="muted">To pay</p>
  <p class="total">${total(session)}</p>
  <table><tbody>${lines.map(billRow)}</tbody></table>
</div></section>
<section class="pay" aria-label="Payment"><div class="inner">${form}</div></section>
</main>`;
  return { title: `Checkout · ${total(session)}`, bare: true, body };
}

function billRow(line: Stripe.LineItem): Fragment {
  const every = line.price?.recurring;
  return html`<tr><td>${line.description ?? "Item"}${(line.quantity ?? 1) > 1 && html` <span class="muted">× ${line.quantity}</span>`}
    ${every && html`<span class="muted">each ${every.interval_count > 1 && `${every.interval_count} `}${every.interval}</span>`}</td>
    <td class="number">${moneyOf(line.amount_total, line.currency)}</td></tr>`;
}

function total(session: Stripe.Checkout.Session): string {
  return moneyOf(session.amount_total ?? 0, session.currency ?? "usd");
}
