import type { MailReceipt } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { writeMail } from "../mail/write-mail.ts";
import { countMailTo } from "./count-mail-to.ts";
import { confirmationMail } from "./member-mails.ts";
import { findMember, type MemberAddress, newConfirmationToken } from "./member-store.ts";

/** Sends a new confirmation link to an address whose account waits for one, and says the same for any address. */
export async function resendConfirmation(
  { db, originOf }: Pick<Deps, "db" | "originOf">,
  address: MemberAddress,
): Promise<MailReceipt> {
  await countMailTo(db, address);
  await db.transaction(async (tx) => {
    const member = await findMember(tx, address);
    if (member === null || member.emailConfirmedAt !== null) return;
    const token = await newConfirmationToken(tx, member.id);
    const { storefront, email: to } = address;
    await writeMail(tx, confirmationMail({ storefront, to, origin: originOf(storefront), token }));
  });
  return { sentTo: address.email };
}
