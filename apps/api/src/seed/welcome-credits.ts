import { type Database, grant } from "@covenant/db";
import { credits, type LotId, type MemberId, newId, type StorefrontId } from "@covenant/domain";
import { storefronts } from "@covenant/storefronts";
import { demoMember } from "./people.ts";

/** Gives the demo member of each storefront some credits, once. */
export async function seedWelcomeCredits({ db }: { db: Database }): Promise<void> {
  const members = await db.rows.member.findMany({ where: { email: demoMember.email } });
  for (const { id, storefront } of members) {
    await grant(db, {
      walletId: id as MemberId,
      lotId: newId("lot") as LotId,
      credits: credits(storefronts[storefront as StorefrontId].demo.credits),
      source: "goodwill",
      reason: "demo credits",
      key: "demo.welcome",
    });
  }
}
