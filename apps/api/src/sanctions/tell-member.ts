import type { Tx } from "@covenant/db";
import type { MemberId, StorefrontId } from "@covenant/domain";
import { storefronts } from "@covenant/storefronts";
import { writeMail } from "../mail/write-mail.ts";

export type ToTell = { storefront: StorefrontId; memberId: MemberId; subject: string; body: string };

/** Mails a member something about their account, in the transaction that did it. */
export async function tellMember(tx: Tx, { storefront, memberId, subject, body }: ToTell): Promise<void> {
  const { email } = await tx.rows.member.findUniqueOrThrow({ where: { id: memberId }, select: { email: true } });
  await writeMail(tx, { storefront, to: email, subject: `${storefronts[storefront].name}: ${subject}`, body });
}
