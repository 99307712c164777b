import type { Tx } from "@covenant/db";
import { appealPath, type GenerationId, type StorefrontId } from "@covenant/domain";
import { storefronts } from "@covenant/storefronts";
import { originMark, writeMail } from "../mail/write-mail.ts";
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
      `To appeal this, in your own words and free of charge: ${originMark}${appealPath(generation.id as GenerationId)} Somebody who had no part in the first decision looks at it.`,
    ].join("\n\n"),
  });
}
