import { type Prisma, recordAct, type Tx } from "@covenant/db";
import type { CaseId, MemberId, RulingId, SanctionId, StaffActor, StorefrontId } from "@covenant/domain";
import { closeUnfounded } from "../patterns/close-unfounded.ts";
import { recordRuling } from "../rulings/record-ruling.ts";
import { judgeAgain } from "../sanctions/judge-again.ts";
import { takeBackSanction } from "../sanctions/take-back-sanction.ts";
import { voidStrikesOf } from "../sanctions/void-strikes.ts";
import type { AppealPlan } from "./plan-appeal.ts";

type Undoing = { found: Prisma.CaseGetPayload<object>; plan: AppealPlan; now: Date };

/**
 * Stores the ruling on an appeal about an account and undoes what it says: the sanctions of the decision, its strike, and
 * whatever rested on either. The caller holds the member's conduct lock.
 */
export async function undoAccountDecision(tx: Tx, actor: StaffActor, { found, plan, now }: Undoing): Promise<RulingId> {
  const caseId = found.id as CaseId;
  const subject = { storefront: found.storefront as StorefrontId, memberId: found.memberId as MemberId, caseId };
  const rulingId = await recordRuling(tx, subject, plan.ruling, plan.facts);
  if (plan.ruling.outcome.strike !== "void") return rulingId;
  for (const sanctionId of plan.sanctions) {
    await takeBackSanction(tx, sanctionId, now);
    await recordAct(tx, { actor, act: "sanction.overturned", on: found.memberId, rulingId, facts: { sanctionId } });
  }
  const strikes = await voidStrikesOf(tx, caseId, now);
  const wrong = { strikes, sanctions: plan.sanctions as readonly SanctionId[] };
  await judgeAgain(tx, actor, { memberId: subject.memberId, storefront: subject.storefront, wrong, at: now });
  await closeUnfounded(tx, { memberId: subject.memberId, storefront: subject.storefront, at: now }, strikes);
  return rulingId;
}
