import { type Fragment, html } from "../../pages/html.ts";

/** Number, expiry and code, filled in with the card that pays. */
export function cardFields(): Fragment {
  return html`<label for="number">Card number</label>
  <input type="text" id="number" name="number" inputmode="numeric" value="4242 4242 4242 4242" autocomplete="off">
  <div class="pair">
    <div><label for="expiry">Expiry</label><input type="text" id="expiry" name="expiry" value="12 / 34" autocomplete="off"></div>
    <div><label for="cvc">CVC</label><input type="text" id="cvc" name="cvc" value="123" autocomplete="off"></div>
  </div>
  <p class="muted">4242 4242 4242 4242 pays, 4000 0000 0000 0002 is declined, 4000 0025 0000 3155 asks for 3-D Secure,
  4000 0000 0000 0341 pays now and never again. Numbers are not kept.</p>`;
}
