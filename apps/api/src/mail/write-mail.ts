import { enqueue, type Tx } from "@covenant/db";
import { type MailId, newId, type StorefrontId } from "@covenant/domain";
import { sendMailJob } from "./mail-jobs.ts";

/** Stands in a body for the address of the storefront, which whoever sends the mail knows. */
export const originMark = "{origin}";

export type NewMail = { storefront: StorefrontId | null; to: string; subject: string; body: string };

/** Writes a mail in the caller's transaction; it is sent after the commit, once, however often the job runs. */
export async function writeMail(tx: Tx, { storefront, to, subject, body }: NewMail): Promise<MailId> {
  const id = newId("mail");
  await tx.rows.mail.create({ data: { id, storefront, recipient: to, subject, body, createdAt: tx.at } });
  await enqueue(tx, sendMailJob, { mailId: id });
  return id;
}
