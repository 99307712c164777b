import type { Settings } from "../env.ts";
import type { MailSender, OutgoingMail } from "./mail-sender.ts";

/** Resend answers in well under a second; what takes longer is tried again under the same key. */
const waitAtMostMs = 10_000;

/** What is wrong with the message itself, so that sending it again cannot help. Everything else may pass. */
const refusals: ReadonlySet<number> = new Set([400, 422]);

/**
 * Carries mail through Resend's API (`POST /emails`, https://resend.com/docs/api-reference/emails/send-email). The mail's
 * id is the idempotency key, which Resend keeps for 24 hours: sent twice within them, a mail arrives once.
 */
export function makeResendSender({
  RESEND_URL,
  RESEND_API_KEY,
}: Pick<Settings, "RESEND_URL" | "RESEND_API_KEY">): MailSender {
  return {
    recipient: "resend",
    async send({ id, from, to, subject, text }: OutgoingMail) {
      const answer = await fetch(`${RESEND_URL}/emails`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${RESEND_API_KEY}`,
          "content-type": "application/json",
          "idempotency-key": id,
        },
        body: JSON.stringify({ from, to: [to], subject, text }),
        signal: AbortSignal.timeout(waitAtMostMs),
      });
      const body = await answer.text();
      if (answer.ok) return "sent";
      if (refusals.has(answer.status)) return "refused";
      throw new Error(`Resend answered ${answer.status} ${errorName(body)}`);
    },
  };
}

/** The name of an error in Resend's answer, `rate_limit_exceeded`; its message may hold an address and is not read. */
function errorName(body: string): string {
  return /"name"\s*:\s*"([a-z_]{1,60})"/.exec(body)?.[1] ?? "";
}
