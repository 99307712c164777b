import type { FastifyInstance } from "fastify";
import { html } from "../pages/html.ts";
import { sendPage } from "../pages/page.ts";
import { linksOf, type Mail } from "./mail.ts";
import type { Mailbox } from "./mailbox.ts";

type ById = { Params: { id: string } };
type ByTo = { Querystring: { to?: string } };

/** The mailbox: a list at `/mailbox?to=`, one mail at `/mailbox/:id`, and the same as JSON at `/mailbox.json?to=`. */
export function serveMailbox(server: FastifyInstance, mailbox: Mailbox): void {
  server.get<ByTo>("/mailbox.json", async ({ query }) => ({
    mails: mailbox.list(query.to).map((mail) => ({ ...mail, links: linksOf(mail) })),
  }));
  server.get<ByTo>("/mailbox", async ({ query }, reply) => {
    const to = query.to ?? "";
    return sendPage(reply, { title: "Mailbox", body: listOf(mailbox.list(to), to) });
  });
  server.get<ById>("/mailbox/:id", async ({ params }, reply) => {
    const mail = mailbox.find(params.id);
    if (!mail) return sendPage(reply.code(404), { title: "Mailbox", body: html`<h1>There is no such mail.</h1>` });
    return sendPage(reply, { title: mail.subject, body: oneOf(mail) });
  });
  server.get<ById>("/mailbox/:id/html", async ({ params }, reply) => {
    const content = mailbox.find(params.id)?.html;
    if (!content) return reply.code(404).type("text/plain").send("This mail has no HTML part.");
    return reply.headers(frameHeaders).type("text/html; charset=utf-8").send(`<base target="_blank">${content}`);
  });
}

/** A mail is somebody else's markup: no scripts, no forms, no requests; its links open outside the frame. */
const frameHeaders = {
  "content-security-policy":
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  "x-content-type-options": "nosniff",
};

function listOf(mails: Mail[], to: string) {
  return html`<h1>Mailbox</h1>
<p class="muted">What the api sent through Resend. Nothing leaves this machine.</p>
<form class="filter" method="get" action="/mailbox">
  <input type="text" name="to" value="${to}" placeholder="Recipient" aria-label="Recipient"><button type="submit">Filter</button>
</form>
${mails.length === 0 && html`<p>No mail${to !== "" && ` to ${to}`} yet.</p>`}
${
  mails.length > 0 &&
  html`<div class="scroll"><table>
<thead><tr><th>Subject</th><th>To</th><th>Sent</th></tr></thead>
<tbody>${mails.map(
    (mail) => html`<tr><td><a href="/mailbox/${mail.id}">${mail.subject}</a></td><td>${mail.to.join(", ")}</td>
  <td><time datetime="${mail.at}">${timeOf(mail)}</time></td></tr>`,
  )}</tbody></table></div>`
}`;
}

function oneOf(mail: Mail) {
  const links = linksOf(mail);
  return html`<p><a href="/mailbox?to=${encodeURIComponent(mail.to[0] ?? "")}">All mail to ${mail.to[0]}</a></p>
<h1>${mail.subject}</h1>
<p class="muted">From ${mail.from} to ${mail.to.join(", ")}, <time datetime="${mail.at}">${timeOf(mail)}</time></p>
${links.length > 0 && html`<h2>Links</h2><ul>${links.map((link) => html`<li><a href="${link}">${link}</a></li>`)}</ul>`}
${
  mail.html !== null &&
  html`<h2>Message</h2>
<iframe src="/mailbox/${mail.id}/html" title="Message" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
}
${mail.text !== null && html`<h2>Text</h2><pre>${mail.text}</pre>`}`;
}

function timeOf(mail: Mail): string {
  return mail.at.replace("T", " ").replace(/\.\d+Z$/, " UTC");
}
