import { recordAct } from "@covenant/db";
import { type NewPasswordRequest, Refusal, type StorefrontId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { writeMail } from "../mail/write-mail.ts";
import { endMemberSessions } from "../sessions/member-session.ts";
import { hashPassword } from "../sessions/passwords.ts";
import { forgiveAccount } from "../sessions/sign-in-tries.ts";
import { spendEmailToken, voidEmailTokens } from "./email-token-store.ts";
import { passwordChangedMail } from "./member-mails.ts";
import { replacePassword } from "./member-store.ts";

/**
 * Sets a new password by a mailed link, which works once and confirms the address. Every session of the member ends,
 * wrong tries are forgotten, and a mail tells the owner. It signs nobody in.
 * @throws Refusal "member/token-spent" for a link that is spent, too old, unknown, or of another storefront.
 */
export async function resetPassword(
  { db, originOf }: Pick<Deps, "db" | "originOf">,
  storefront: StorefrontId,
  { token, password }: NewPasswordRequest,
): Promise<void> {
  const passwordHash = await hashPassword(password);
  await db.transaction(async (tx) => {
    const memberId = await spendEmailToken(tx, { storefront, purpose: "reset", token });
    if (memberId === null) throw new Refusal("member/token-spent");
    const email = await replacePassword(tx, memberId, passwordHash);
    await voidEmailTokens(tx, memberId);
    await endMemberSessions(tx, memberId);
    await forgiveAccount(tx, { door: storefront, email });
    await recordAct(tx, {
      actor: { kind: "member", memberId, storefront },
      act: "member.reset-password",
      on: memberId,
    });
    await writeMail(tx, passwordChangedMail({ storefront, to: email, origin: originOf(storefront) }));
  });
}
