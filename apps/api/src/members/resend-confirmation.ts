import type { MailReceipt } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { writeMail } from "../mail/write-mail.ts";
import { inEvenTime } from "../sessions/even-time.ts";
import { countMailTo } from "./count-mail-to.ts";
import { confirmationMail } from "./member-mails.ts";
import { lockUnconfirmed, type MemberAddress, newConfirmationToken } from "./member-store.ts";

/** Sends a new confirmation link to an address whose account waits for one, and says the same for any address. */
export async function resendConfirmation(
  { db, originOf }: Pick<Deps, "db" | "originOf">,
  { storefront, email }: MemberAddress,
): Promise<MailReceipt> {
  await countMailTo(db, { storefront, email });
  return inEvenTime(async () => {
    await db.transaction(async (tx) => {
      const memberId = await lockUnconfirmed(tx, { storefront, email });
      if (memberId === null) return;
      const token = await newConfirmationToken(tx, memberId);
      await writeMail(tx, confirmationMail({ storefront, to: email, origin: originOf(storefront), token }));
    });
    return { sentTo: email };
  });
}
