import type { Tx } from "@covenant/db";
import type { StorefrontId } from "@covenant/domain";
import { storefronts } from "@covenant/storefronts";
import { writeMail } from "../mail/write-mail.ts";
import type { PromptCase } from "./case-store.ts";

/** Mails the member what a person decided about their generation, why, and what it did to their credits. */
export async function tellOfDecision(
  tx: Tx,
  { memberId, storefront, generationId }: PromptCase,
  explanation: string,
): Promise<void> {
  const member = await tx.rows.member.findUniqueOrThrow({ where: { id: memberId } });
  const { id, name, supportEmail } = storefronts[storefront as StorefrontId];
  await writeMail(tx, {
    storefront: id,
    to: member.email,
    subject: `${name}: a decision about your generation`,
    body: [explanation, `The generation is ${generationId}. To contest the decision, write to ${supportEmail}.`].join(
      "\n\n",
    ),
  });
}
