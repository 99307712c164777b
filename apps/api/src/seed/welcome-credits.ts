import { type Database, grant } from "@covenant/db";
import { credits, type LotId, type MemberId, newId, type StorefrontId } from "@covenant/domain";
import { demoMember } from "./people.ts";

/** Enough for a few generations before anything has to be bought; apimodels counts in ten-thousandths of a dollar. */
const amounts = { modelmyimage: 60, apimodels: 5_000, "image-ai-run": 40 } as const satisfies Record<
  StorefrontId,
  number
>;

/** Gives the demo member of each storefront some credits, once. */
export async function seedWelcomeCredits({ db }: { db: Database }): Promise<void> {
  const members = await db.rows.member.findMany({ where: { email: demoMember.email } });
  for (const { id, storefront } of members) {
    await grant(db, {
      walletId: id as MemberId,
      lotId: newId("lot") as LotId,
      credits: credits(amounts[storefront as StorefrontId]),
      source: "goodwill",
      reason: "demo credits",
      key: "demo.welcome",
    });
  }
}
