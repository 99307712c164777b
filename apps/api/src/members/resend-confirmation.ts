import type { MailReceipt } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { writeMail } from "../mail/write-mail.ts";
import { inEvenTime } from "../sessions/even-time.ts";
import { countMailTo } from "./count-mail-to.ts";
import { newEmailToken } from "./email-token-store.ts";
import { confirmationMail } from "./member-mails.ts";
import { lockMember, type MemberAddress } from "./member-store.ts";

/** Sends a new confirmation link to an address whose account waits for one, and says the same for any address. */
export async function resendConfirmation(
  { db, originOf }: Pick<Deps, "db" | "originOf">,
  { storefront, email }: MemberAddress,
): Promise<MailReceipt> {
  await countMailTo(db, { storefront, email });
  return inEvenTime(async () => {
    await db.transaction(async (tx) => {
      const member = await lockMember(tx, { storefront, email });
      if (member === null || member.isConfirmed) return;
      const token = await newEmailToken(tx, member.id, "confirm");
      await writeMail(tx, confirmationMail({ storefront, to: email, origin: originOf(storefront), token }));
    });
    return { sentTo: email };
  });
}
