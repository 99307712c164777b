import type { Database } from "@covenant/db";
import type { MailId, StorefrontId } from "@covenant/domain";
import { storefronts } from "@covenant/storefronts";
import type { Deps } from "../deps.ts";
import { originMark } from "./write-mail.ts";

/**
 * Sends a mail that waits, and marks its row. Our row is the fence: a job that comes twice, or late, finds the mail no
 * longer queued and does nothing. Two at the same instant send under one idempotency key. A throw means try again.
 * What was written is forgotten with the last try: it may hold a link that opens an account.
 */
export async function sendMail(
  { db, mailSender, log, originOf }: Pick<Deps, "db" | "mailSender" | "log" | "originOf">,
  { mailId }: { mailId: MailId },
): Promise<void> {
  const mail = await takeUp(db, mailId);
  if (mail === null) return;
  const { id, recipient, subject, body, storefront } = mail;
  const text = storefront === null ? body : body.replaceAll(originMark, originOf(storefront));
  const state = await mailSender.send({ id, from: senderOf(storefront), to: recipient, subject, text });
  await db.query(
    `UPDATE mail SET state = $2::text, sent_at = CASE WHEN $2::text = 'sent' THEN now() END, body = ''
     WHERE id = $1::text AND state = 'queued'`,
    [id, state],
  );
  if (state === "refused") log.warn({ mailId }, "mail refused by its carrier");
}

type MailRow = { id: MailId; storefront: StorefrontId | null; recipient: string; subject: string; body: string };

/** Counts the attempt and reads the mail, in one statement; null where there is nothing left to send, or to say. */
async function takeUp(db: Database, mailId: MailId): Promise<MailRow | null> {
  const [row] = await db.query<MailRow>(
    `UPDATE mail SET attempts = attempts + 1 WHERE id = $1::text AND state = 'queued' AND body <> ''
     RETURNING id, storefront, recipient, subject, body`,
    [mailId],
  );
  return row ?? null;
}

/** A storefront writes under its own name, from the address its members can answer to. */
function senderOf(storefront: StorefrontId | null): string {
  if (storefront === null) throw new Error("a mail without a storefront has no sender");
  const { name, supportEmail } = storefronts[storefront];
  return `${name} <${supportEmail}>`;
}
