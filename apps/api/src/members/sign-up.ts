import { openWallet, type Tx } from "@covenant/db";
import { type MailReceipt, newId, type SignUpRequest, type StorefrontId } from "@covenant/domain";
import { termsInForce } from "@covenant/policy";
import type { Deps } from "../deps.ts";
import { writeMail } from "../mail/write-mail.ts";
import { inEvenTime } from "../sessions/even-time.ts";
import { endMemberSessions } from "../sessions/member-session.ts";
import { hashPassword } from "../sessions/passwords.ts";
import { countMailTo } from "./count-mail-to.ts";
import { newEmailToken, voidEmailTokens } from "./email-token-store.ts";
import { alreadyMemberMail, confirmationMail } from "./member-mails.ts";
import { acceptTermsVersion, insertMember, type NewMember, type TickedTerms } from "./member-store.ts";
import { requireAdmission } from "./require-admission.ts";

/**
 * Signs a person up: member, empty wallet, acceptance of the terms, and a mail whose link confirms the address. The
 * answer is the same, and as slow, where the address has an account; then its owner is told by mail and nothing changes.
 * @throws Refusal where the terms do not admit the person, or too many mails went to the address.
 */
export async function signUp(
  { db, clock, originOf }: Pick<Deps, "db" | "clock" | "originOf">,
  storefront: StorefrontId,
  { password, acceptedTermsVersion, ...person }: SignUpRequest,
): Promise<MailReceipt> {
  // Whether the address is the person's is asked next, by mail; the rest is ruled on now.
  const asked = { emailConfirmed: true, suspendedUntil: null, closesAt: null, membership: "not-asked" } as const;
  const at = clock.now();
  // Whoever ticked an older version, on a page that stood open since, is shown the one in force first.
  const isInForce = acceptedTermsVersion === termsInForce(storefront, at).version;
  requireAdmission({
    storefront,
    at,
    ...person,
    acceptedTermsVersion: isInForce ? acceptedTermsVersion : null,
    ...asked,
  });
  await countMailTo(db, { storefront, email: person.email });
  const letter = { storefront, to: person.email, origin: originOf(storefront) };
  return inEvenTime(async () => {
    const member = { id: newId("member"), storefront, passwordHash: await hashPassword(password), ...person };
    await db.transaction(async (tx) => {
      const token = await openAccount(tx, member, { version: acceptedTermsVersion, at });
      await writeMail(tx, token === null ? alreadyMemberMail(letter) : confirmationMail({ ...letter, token }));
    });
    return { sentTo: person.email };
  });
}

/** Answers the token that confirms the account; null where a confirmed one is there already. */
async function openAccount(tx: Tx, member: NewMember, ticked: Omit<TickedTerms, "memberId">): Promise<string | null> {
  const memberId = await insertMember(tx, member);
  if (memberId === null) return null;
  // Of an account taken over before it was confirmed, earlier sessions and links were somebody's who guessed the address.
  await endMemberSessions(tx, memberId);
  await voidEmailTokens(tx, memberId);
  await openWallet(tx, memberId);
  await acceptTermsVersion(tx, { memberId, ...ticked });
  return newEmailToken(tx, memberId, "confirm");
}
