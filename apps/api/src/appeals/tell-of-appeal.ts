import type { Tx } from "@covenant/db";
import { type AppealedThing, type AppealOutcome, appealPath, type MemberId, type StorefrontId } from "@covenant/domain";
import { originMark } from "../mail/write-mail.ts";
import { tellMember } from "../sanctions/tell-member.ts";

type Told = { storefront: StorefrontId; memberId: MemberId; title: string; about: AppealedThing };

/** Mails the member that their appeal came in, by when it is answered, and where to see how it stands. */
export async function tellOfReceipt(
  tx: Tx,
  { storefront, memberId, title, about, due }: Told & { due: string },
): Promise<void> {
  await tellMember(tx, {
    storefront,
    memberId,
    subject: "your appeal has been received",
    body: [
      `${title}. Your appeal has been received.`,
      `Somebody who had no part in the decision looks at it and answers by ${due}, with reasons.`,
      `How it stands: ${originMark}${appealPath(about)}`,
    ].join("\n\n"),
  });
}

type Answered = Told & { outcome: AppealOutcome; reasons: string; explanation: string; receipts: readonly string[] };

/**
 * Mails the answer with its reasons (Regulation (EU) 2022/2065, art. 20(5)): what was decided, by whom, why, what was put back,
 * and which ways are left.
 */
export async function tellOfAnswer(tx: Tx, answered: Answered): Promise<void> {
  const { storefront, memberId, title, about, outcome, reasons, explanation, receipts } = answered;
  await tellMember(tx, {
    storefront,
    memberId,
    subject: outcome === "upheld" ? "your appeal is upheld" : "your appeal is rejected",
    body: [
      `${title}. ${answers[outcome]}`,
      `Why: ${reasons}`,
      // A decision that stands was explained when it was taken; its explanation speaks of an appeal to come.
      ...(outcome === "upheld" ? [explanation] : []),
      ["What follows:", ...receipts.map((receipt) => `- ${receipt}`)].join("\n"),
      "A person who neither took nor approved the decision answered; no machine took part. You can still turn to a body for settling disputes out of court, or to a court.",
      `The whole of it: ${originMark}${appealPath(about)}`,
    ].join("\n\n"),
  });
}

const answers = {
  upheld: "You were right: the decision is undone.",
  rejected: "The decision stands.",
} as const satisfies Record<AppealOutcome, string>;
