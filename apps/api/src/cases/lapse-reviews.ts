import { listOverdueReviews, recordAct, release } from "@covenant/db";
import { after, duration, type GenerationId, type MemberId, type StorefrontId } from "@covenant/domain";
import { ruleOnLapsedReview } from "@covenant/policy";
import type { Deps } from "../deps.ts";
import { recordRuling } from "../rulings/record-ruling.ts";

const atOnce = 100;

/** Gives back credits that waited for a person longer than was promised. The case and its strike go on waiting. */
export async function lapseReviews({ db, clock }: Pick<Deps, "db" | "clock">): Promise<number> {
  const overdue = await listOverdueReviews(db, atOnce);
  for (const hold of overdue) {
    await db.transaction(async (tx) => {
      const found = await tx.rows.case.findUniqueOrThrow({ where: { generationId: hold.cause } });
      const generation = await tx.rows.generation.findUnique({ where: { id: hold.cause } });
      const storefront = found.storefront as StorefrontId;
      const facts = { storefront, at: generation?.createdAt ?? found.openedAt };
      const ruling = ruleOnLapsedReview(facts);
      const subject = { storefront, memberId: found.memberId as MemberId, generationId: hold.cause as GenerationId };
      const rulingId = await recordRuling(tx, subject, ruling, facts);
      await release(tx, {
        walletId: hold.walletId,
        holdId: hold.id,
        key: `${hold.cause}.lapse`,
        reason: ruling.outcomeName,
        graceUntil: after(clock.now(), duration.days(7)),
      });
      await tx.rows.case.update({ where: { id: found.id }, data: { creditsUnderReview: 0, dueAt: null } });
      await recordAct(tx, { actor: { kind: "system", part: "sweeper" }, act: "review.lapse", on: found.id, rulingId });
    });
  }
  return overdue.length;
}
