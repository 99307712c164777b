import type { Tx } from "@covenant/db";
import type { StorefrontId } from "@covenant/domain";
import { storefronts } from "@covenant/storefronts";
import { writeMail } from "../mail/write-mail.ts";
import type { GenerationRow } from "./generation-store.ts";

/**
 * Mails the member the statement of reasons of a block (EU DSA art. 17): what happened, what it costs, what it counts, by
 * which clauses, and the way to contest it.
 */
export async function tellOfBlock(tx: Tx, generation: GenerationRow, explanations: readonly string[]): Promise<void> {
  const member = await tx.rows.member.findUniqueOrThrow({ where: { id: generation.memberId } });
  const storefront = storefronts[generation.storefront as StorefrontId];
  await writeMail(tx, {
    storefront: storefront.id,
    to: member.email,
    subject: `${storefront.name}: a generation was blocked`,
    body: [
      `A request you made at ${storefront.name} was blocked.`,
      ...explanations,
      `To contest this, answer to ${storefront.supportEmail} within 183 days and name ${generation.id}. Somebody who had no part in the first decision will look at it.`,
    ].join("\n\n"),
  });
}
