import type { FastifyInstance } from "fastify";
import { Secret, TOTP } from "otpauth";
import type { TotpSecret } from "../options.ts";
import { html } from "../pages/html.ts";
import { sendPage } from "../pages/page.ts";

export type CurrentCode = { label: string; code: string; secondsLeft: number };

const periodSeconds = 30;

/** The codes a phone would show now (RFC 6238: SHA-1, six digits, 30 seconds). */
export function currentCodes(secrets: readonly TotpSecret[], now: number): CurrentCode[] {
  const secondsLeft = periodSeconds - (Math.floor(now / 1000) % periodSeconds);
  return secrets.map(({ label, secret }) => {
    const totp = new TOTP({ secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period: periodSeconds });
    return { label, code: totp.generate({ timestamp: now }), secondsLeft };
  });
}

/** `/authenticator` for people, `/authenticator.json` for journeys. */
export function serveAuthenticator(server: FastifyInstance, secrets: readonly TotpSecret[]): void {
  server.get("/authenticator.json", async () => ({ codes: currentCodes(secrets, Date.now()) }));
  server.get("/authenticator", async (_request, reply) => {
    const codes = currentCodes(secrets, Date.now());
    const refreshSeconds = codes[0]?.secondsLeft ?? periodSeconds;
    return sendPage(reply, { title: "Authenticator", refreshSeconds, body: pageOf(codes) });
  });
}

function pageOf(codes: CurrentCode[]) {
  return html`<h1>Authenticator</h1>
<p class="muted">The second factors of the demo's staff, in place of a phone.</p>
${codes.length === 0 && html`<p>No second factor was passed to this sandbox.</p>`}
<ul class="cards">${codes.map(
    ({ label, code, secondsLeft }) => html`<li class="card"><p>${label}</p>
  <p class="totp">${code.slice(0, 3)} ${code.slice(3)}</p>
  <progress max="${periodSeconds}" value="${secondsLeft}" aria-label="Seconds left">${secondsLeft}</progress></li>`,
  )}</ul>`;
}
