import type { RecipientId } from "@covenant/domain";

/** A message on its way out. `id` is the idempotency key: the same id sent twice arrives once. */
export type OutgoingMail = { id: string; from: string; to: string; subject: string; text: string };

/** Whoever carries mail. A thrown error means try again; `refused` means it never will. */
export type MailSender = {
  /** Who gets the mails, in the register of recipients. */
  readonly recipient: RecipientId;
  send(mail: OutgoingMail): Promise<"sent" | "refused">;
};
