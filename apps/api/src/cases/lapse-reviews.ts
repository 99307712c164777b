import { getHold, listOverdueReviews, recordAct, release, type Tx } from "@covenant/db";
import type { CaseId, GenerationId, HoldId, MemberId, StorefrontId } from "@covenant/domain";
import { ruleOnLapsedReview } from "@covenant/policy";
import { graceFor } from "../credits/grace.ts";
import type { Deps } from "../deps.ts";
import { tellWatchers } from "../live/tell-watchers.ts";
import { recordRuling } from "../rulings/record-ruling.ts";
import { lockCase, type PromptCase, requirePromptCase } from "./lock-case.ts";

const atOnce = 100;

/** Gives back credits that waited for a person longer than was promised. The case and its strike go on waiting. */
export async function lapseReviews({ db }: Pick<Deps, "db">): Promise<number> {
  const overdue = await listOverdueReviews(db, atOnce);
  for (const { cause } of overdue) {
    const { id } = await db.rows.case.findUniqueOrThrow({ where: { generationId: cause }, select: { id: true } });
    await db.transaction(async (tx) => {
      const found = await lockCase(tx, id as CaseId);
      await lapseIfOverdue(tx, requirePromptCase(found));
    });
  }
  return overdue.length;
}

/**
 * Ends the review of a case's credits if its time is over, whether or not a sweep has come round. The caller holds the
 * case's lock, under which nobody else ends it.
 */
export async function lapseIfOverdue(tx: Tx, found: PromptCase): Promise<void> {
  const generationId = found.generationId as GenerationId;
  const generation = await tx.rows.generation.findUnique({ where: { id: generationId } });
  if (generation === null || generation.holdId === null) return;
  const hold = await getHold(tx, generation.holdId as HoldId);
  const at = await readClock(tx);
  if (hold.state !== "open" || hold.reviewUntil === null || new Date(hold.reviewUntil) > at) return;

  const facts = { storefront: found.storefront as StorefrontId, at: generation.createdAt };
  const ruling = ruleOnLapsedReview(facts);
  const subject = { storefront: facts.storefront, memberId: found.memberId as MemberId, generationId };
  const rulingId = await recordRuling(tx, subject, ruling, facts);
  await release(tx, {
    walletId: hold.walletId,
    holdId: hold.id,
    key: `${generationId}.lapse`,
    reason: ruling.outcomeName,
    ...graceFor({ ...facts, cause: "review-ended", now: at }),
  });
  await tx.rows.case.update({ where: { id: found.id }, data: { creditsUnderReview: 0, dueAt: null } });
  await recordAct(tx, { actor: { kind: "system", part: "sweeper" }, act: "review.lapse", on: found.id, rulingId });
  await tellWatchers(tx, generationId);
}

/** The database's clock decides what is due. */
async function readClock(tx: Tx): Promise<Date> {
  const [row] = await tx.query<{ at: Date }>("SELECT ledger.clock() AS at", []);
  if (row === undefined) throw new Error("the clock is one row");
  return new Date(row.at);
}
