import type Stripe from "stripe";
import { type Fragment, html } from "../pages/html.ts";
import type { Page } from "../pages/page.ts";
import type { SessionEntry } from "./books.ts";

const methodNames: Readonly<Record<string, string>> = { card: "Card", alipay: "Alipay" };

/** The payment page, with the reason when the last try was declined. */
export function payPage(entry: SessionEntry, problem?: string): Page {
  const { session } = entry;
  const methods = session.payment_method_types;
  const cancelUrl = session.cancel_url;
  return checkout(
    entry,
    html`
<h1>Pay</h1>
${problem !== undefined && html`<p class="alert" role="alert">${problem}</p>`}
<form method="post" action="/checkout/${session.id}/pay">
  <fieldset class="methods"><legend>Payment method</legend>${methods.map(methodTab)}</fieldset>
  ${methods.includes("card") && cardFields(session)}
  ${methods.includes("alipay") && html`<p class="alipay-fields muted">You continue at Alipay to authorise the payment.</p>`}
  ${methods.length === 0 && html`<p class="alert" role="alert">No payment method is available for this currency.</p>`}
  <div class="actions">
    <button type="submit">Pay ${total(session)}</button>
    ${cancelUrl !== null && html`<a class="button quiet" href="${cancelUrl}">Cancel</a>`}
  </div>
</form>`,
  );
}

function methodTab(method: string, index: number): Fragment {
  const checked = index === 0 && html` checked`;
  return html`<label><input type="radio" id="method-${method}" name="method" value="${method}"${checked}> ${methodNames[method] ?? method}</label>`;
}

function cardFields(session: Stripe.Checkout.Session): Fragment {
  return html`<div class="card-fields">
  ${
    session.customer === null &&
    html`<label for="email">Email</label>
  <input type="email" id="email" name="email" value="${session.customer_email ?? ""}" autocomplete="off">`
  }
  <label for="number">Card number</label>
  <input type="text" id="number" name="number" inputmode="numeric" value="4242 4242 4242 4242" autocomplete="off">
  <div class="pair">
    <div><label for="expiry">Expiry</label><input type="text" id="expiry" name="expiry" value="12 / 34" autocomplete="off"></div>
    <div><label for="cvc">CVC</label><input type="text" id="cvc" name="cvc" value="123" autocomplete="off"></div>
  </div>
  <p class="muted">4242 4242 4242 4242 pays, 4000 0000 0000 0002 is declined. Numbers are not kept.</p>
</div>`;
}

/** What Alipay would show: authorise or refuse. */
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
  <table><tbody>${lines.map(
    (
      line,
    ) => html`<tr><td>${line.description ?? "Item"}${(line.quantity ?? 1) > 1 && html` <span class="muted">× ${line.quantity}</span>`}</td>
    <td class="number">${amount(line.amount_total, line.currency)}</td></tr>`,
  )}</tbody></table>
</div></section>
<section class="pay" aria-label="Payment"><div class="inner">${form}</div></section>
</main>`;
  return { title: `Checkout · ${total(session)}`, bare: true, body };
}

function total(session: Stripe.Checkout.Session): string {
  return amount(session.amount_total ?? 0, session.currency ?? "usd");
}

/** Minor units as money, with the decimals of the currency. */
function amount(minor: number, currency: string): string {
  const format = new Intl.NumberFormat("en", { style: "currency", currency: currency.toUpperCase() });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
