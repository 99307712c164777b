import type { FastifyInstance, FastifyReply } from "fastify";
import { type Fragment, html } from "./html.ts";
import { style } from "./style.ts";

export type Page = {
  title: string;
  body: Fragment;
  /** Seconds until the page loads itself again. */
  refreshSeconds?: number;
  /** Pages of the sandbox carry its menu; the payment page stands alone, as the real one does. */
  bare?: boolean;
};

/** No scripts at all, styles from here only. Forms may end at any address, because payers are sent back to the shop. */
const contentPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; frame-ancestors 'self'";

/** Serves the one style sheet. */
export function serveStyle(server: FastifyInstance): void {
  server.get("/style.css", async (_request, reply) => reply.type("text/css").send(style));
}

/** Sends a whole page. */
export function sendPage(reply: FastifyReply, page: Page): FastifyReply {
  const refresh =
    page.refreshSeconds !== undefined && html`<meta http-equiv="refresh" content="${page.refreshSeconds}">`;
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${refresh}
<title>${page.title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body>
${page.bare ? page.body : html`${menu}<main class="page">${page.body}</main>`}
</body>
</html>`;
  return reply
    .headers({
      "content-security-policy": contentPolicy,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    })
    .type("text/html; charset=utf-8")
    .send(document.text);
}

const menu = html`<header class="menu"><nav aria-label="Sandbox">
<a class="brand" href="/">Sandbox</a><a href="/stripe">Payments</a><a href="/mailbox">Mailbox</a><a href="/authenticator">Authenticator</a>
</nav></header>`;
