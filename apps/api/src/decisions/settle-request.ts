import { capture, payBack, release, type Tx } from "@covenant/db";
import type { Actor, CaseId, GenerationId, MemberId, RulingId, StorefrontId } from "@covenant/domain";
import type { PromptCase } from "../cases/lock-case.ts";
import { lockConductOf } from "../cases/open-account-case.ts";
import { graceFor } from "../credits/grace.ts";
import { closeUnfounded } from "../patterns/close-unfounded.ts";
import { noteStrikes } from "../patterns/note-strikes.ts";
import { recordRuling } from "../rulings/record-ruling.ts";
import { judgeAgain } from "../sanctions/judge-again.ts";
import type { RequestPlan } from "./plan-request-decision.ts";

type Settling = { found: PromptCase; plan: RequestPlan; now: Date; key: string };

/**
 * Does what was planned, in the caller's transaction and under the case's lock: the ruling is stored, credits and strike
 * follow, sanctions that rested on the strike are judged again, and one that came to count may open a file on the account.
 * The wallet is taken before the member's conduct, as where a block ends a request. `key`: of the ledger's entry.
 */
export async function settleRequest(tx: Tx, actor: Actor, { found, plan, now, key }: Settling): Promise<RulingId> {
  const subject = subjectOf(found);
  const rulingId = await recordRuling(tx, subject, plan.ruling, plan.facts);
  await settleCredits(tx, { found, plan, now, key });
  await lockConductOf(tx, subject.memberId);
  if (plan.ruling.outcome.strike === "void") await voidStrike(tx, actor, { found, plan, now, key });
  else await countStrike(tx, found, now);
  return rulingId;
}

async function settleCredits(tx: Tx, { found, plan, now, key }: Settling): Promise<void> {
  const { credits } = plan.ruling.outcome;
  if (credits === "nothing" || plan.hold === null) return;
  const { storefront, at } = plan.facts;
  const move = {
    walletId: found.memberId as MemberId,
    holdId: plan.hold.id,
    key,
    reason: credits === "capture" ? "breach confirmed" : "decision overturned",
    ...graceFor({ storefront, at, cause: "decision-overturned", now }),
  };
  if (credits === "capture") await capture(tx, move);
  else if (credits === "release") await release(tx, move);
  else await payBack(tx, move);
}

async function voidStrike(tx: Tx, actor: Actor, { found, plan, now }: Settling): Promise<void> {
  const { memberId, storefront } = subjectOf(found);
  await tx.rows.strike.updateMany({ where: { id: { in: plan.strikes } }, data: { state: "void", endedAt: now } });
  await judgeAgain(tx, actor, { memberId, storefront, at: now, wrong: { strikes: plan.strikes, sanctions: [] } });
  await closeUnfounded(tx, { memberId, storefront, at: now }, plan.strikes);
}

/** A strike whose time ran out before anybody decided stays on record, and has never counted. */
async function countStrike(tx: Tx, found: PromptCase, now: Date): Promise<void> {
  const { generationId } = found;
  const strike = await tx.rows.strike.findUnique({ where: { generationId } });
  if (strike === null || (strike.state !== "pending" && strike.state !== "counting")) return;
  const isOver = strike.expiresAt <= now;
  const data = isOver ? { state: "expired", endedAt: strike.expiresAt } : { state: "counting" };
  await tx.rows.strike.update({ where: { id: strike.id }, data });
  const { memberId, storefront } = subjectOf(found);
  if (strike.state === "pending" && !isOver) await noteStrikes(tx, { memberId, storefront, at: now });
}

function subjectOf(row: PromptCase) {
  return {
    storefront: row.storefront as StorefrontId,
    memberId: row.memberId as MemberId,
    generationId: row.generationId as GenerationId,
    caseId: row.id as CaseId,
  };
}
