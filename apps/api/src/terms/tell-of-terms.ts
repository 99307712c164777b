import type { Tx } from "@covenant/db";
import type { MemberId, StorefrontId } from "@covenant/domain";
import { differenceBetween, findTerms, type Ruling, spellDate, type TermsNoticeOutcome } from "@covenant/policy";
import { storefronts } from "@covenant/storefronts";
import { type NewMail, writeMail } from "../mail/write-mail.ts";
import { recordRuling } from "../rulings/record-ruling.ts";

/** A member who has not been told. */
export type Untold = { memberId: MemberId; email: string };

/** A version that is told of, under which ruling, and at which site it can be read. */
export type Announcement = {
  storefront: StorefrontId;
  ruling: Ruling<TermsNoticeOutcome>;
  origin: string;
  at: Date;
};

/** Tells a member of the announced terms by mail, and notes when. */
export async function tellOfTerms(tx: Tx, { memberId, email }: Untold, announcement: Announcement): Promise<void> {
  const { storefront, ruling, at } = announcement;
  const { version } = ruling.outcome;
  const rulingId = await recordRuling(tx, { storefront, memberId }, ruling, { storefront, at, version });
  const mailId = await writeMail(tx, { ...termsMail(announcement), to: email });
  await tx.rows.termsNotice.create({ data: { memberId, termsVersion: version, mailId, rulingId, toldAt: at } });
}

/** What changes, from when, why it matters, and where to read it and to disagree. */
export function termsMail({ storefront, ruling, origin }: Announcement): Omit<NewMail, "to"> {
  const { version } = ruling.outcome;
  const { name, supportEmail } = storefronts[storefront];
  return {
    storefront,
    subject: `${name}: new terms from ${spellDate(version)}`,
    body: [
      ruling.explanation.member,
      ...mattersOf(storefront, ruling),
      `Read what changes, word by word: ${origin}/legal/changes/${version}\nThe terms as they will be: ${origin}/legal/terms/${version}`,
      `If you do not agree, write to ${supportEmail} before ${spellDate(version)} and we close your account.`,
    ].join("\n\n"),
  };
}

function mattersOf(storefront: StorefrontId, { outcome, termsVersion }: Ruling<TermsNoticeOutcome>): string[] {
  const [before, after] = [findTerms(storefront, termsVersion), findTerms(storefront, outcome.version)];
  if (before === null || after === null) throw new Error(`${storefront} has no terms of that name`);
  return differenceBetween(before, after).changes.flatMap(({ id, matters }) =>
    matters === null ? [] : [`${matters} (${id})`],
  );
}
