import { html } from "../../pages/html.ts";
import type { Page } from "../../pages/page.ts";

/** What a bank shows before it lets a card pay: 3-D Secure. The form is sent to `action`. */
export function challengePage(action: string): Page {
  return {
    title: "3-D Secure",
    bare: true,
    body: html`<main class="page narrow">
<p><span class="tag">Sandbox</span> <span class="muted">This page stands in for the bank's own.</span></p>
<h1>Your bank wants to know that it is you</h1>
<p class="muted">3-D Secure. At a real bank this is a code or a tap in its app.</p>
<form method="post" action="${action}">
  <div class="actions">
    <button type="submit" name="decision" value="complete">Complete authentication</button>
    <button type="submit" class="quiet" name="decision" value="fail">Fail authentication</button>
  </div>
</form></main>`,
  };
}
