import type { FastifyInstance } from "fastify";
import type { Call } from "../calls/call-log.ts";
import { faultCatalogue } from "../faults/fault-catalogue.ts";
import type { World } from "../world.ts";
import { html } from "./html.ts";
import { sendPage } from "./page.ts";

/** `/`: where things are, which faults there are, and what was called lately. */
export function serveIndex(server: FastifyInstance, world: World): void {
  server.get("/healthz", async () => ({ ok: true }));
  server.get("/", async (_request, reply) => sendPage(reply, { title: "Sandbox", body: body(world) }));
}

function body(world: World) {
  const armed = world.faults.armed();
  return html`<h1>Sandbox</h1>
<p class="muted">The outside world on one port: payments, models, moderation and mail, with their real wire formats.</p>
<ul class="cards">
  <li class="card"><p><a href="/stripe">Payments</a></p><p class="muted">Subscriptions, disputes, refunds and time, by hand.</p></li>
  <li class="card"><p><a href="/mailbox">Mailbox</a></p><p class="muted">Mail sent through Resend.</p></li>
  <li class="card"><p><a href="/authenticator">Authenticator</a></p><p class="muted">Second factors of the demo's staff.</p></li>
  <li class="card"><p><a href="/control/requests">Calls</a></p><p class="muted">What reached the stand-ins, as JSON.</p></li>
</ul>
<h2>Armed now</h2>
${
  armed.length === 0
    ? html`<p>Nothing. <span class="muted">Arm with <code>PUT /control/faults</code>.</span></p>`
    : html`<ul>${armed.map(
        ({ room, fault, times, only }) =>
          html`<li><code>${room}: ${fault}</code> ${times === null ? "until disarmed" : `${times} more`}
  ${only.length > 0 && html`<span class="muted">for ${only.join(", ")}</span>`}</li>`,
      )}</ul>`
}
<h2>Recent calls</h2>
${callTable(world.calls.list().slice(0, 25))}
<h2>Faults</h2>
<p class="muted">Write one in brackets in a prompt, or arm it. Stripe and Resend see no prompts, so theirs are armed.</p>
${Object.entries(faultCatalogue).map(([room, faults]) => faultTable(room, faults))}`;
}

function callTable(calls: Call[]) {
  if (calls.length === 0) return html`<p>None yet.</p>`;
  return html`<div class="scroll"><table>
<thead><tr><th>Time</th><th>Stand-in</th><th>Call</th><th class="number">Status</th><th class="number">ms</th></tr></thead>
<tbody>${calls.map(
    (
      call,
    ) => html`<tr><td>${call.at.slice(11, 19)}</td><td>${call.room}</td><td><code>${call.method} ${call.path}</code></td>
  <td class="number ${call.status >= 400 || call.status === 0 ? "bad" : "good"}">${call.status || "lost"}</td>
  <td class="number">${call.milliseconds}</td></tr>`,
  )}</tbody></table></div>`;
}

function faultTable(room: string, faults: Readonly<Record<string, string>>) {
  return html`<h3>${room}</h3><div class="scroll"><table><tbody>${Object.entries(faults).map(
    ([fault, effect]) => html`<tr><td><code>${fault}</code></td><td>${effect}</td></tr>`,
  )}</tbody></table></div>`;
}
