import type { MailReceipt } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { writeMail } from "../mail/write-mail.ts";
import { inEvenTime } from "../sessions/even-time.ts";
import { countMailTo } from "./count-mail-to.ts";
import { newEmailToken } from "./email-token-store.ts";
import { passwordResetMail } from "./member-mails.ts";
import { lockMember, type MemberAddress } from "./member-store.ts";

/** Mails a link that sets a new password to an address that has an account, and says the same for any address. */
export async function requestPasswordReset(
  { db, originOf }: Pick<Deps, "db" | "originOf">,
  { storefront, email }: MemberAddress,
): Promise<MailReceipt> {
  await countMailTo(db, { storefront, email });
  return inEvenTime(async () => {
    await db.transaction(async (tx) => {
      const member = await lockMember(tx, { storefront, email });
      if (member === null) return;
      const token = await newEmailToken(tx, member.id, "reset");
      await writeMail(tx, passwordResetMail({ storefront, to: email, origin: originOf(storefront), token }));
    });
    return { sentTo: email };
  });
}
