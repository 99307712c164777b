import { capture, getHold, payBack, recordAct, release, type Tx } from "@covenant/db";
import {
  type CaseId,
  type DecisionRequest,
  type GenerationId,
  type HoldId,
  type MemberId,
  newId,
  Refusal,
  type StaffActor,
  type StorefrontId,
} from "@covenant/domain";
import { type CreditState, type ReviewOutcome, ruleOnReview } from "@covenant/policy";
import { graceFor } from "../credits/grace.ts";
import type { Deps } from "../deps.ts";
import { tellWatchers } from "../live/tell-watchers.ts";
import { recordRuling } from "../rulings/record-ruling.ts";
import { lockCase, type PromptCase, requirePromptCase } from "./case-store.ts";
import { lapseIfOverdue } from "./lapse-reviews.ts";
import { tellOfDecision } from "./tell-of-decision.ts";

/**
 * Concludes a case. The ruling is made under the lock on where the credits are now; credits and strike follow in the
 * same transaction, and the member is told. The same request sent twice is one decision.
 */
export async function decideCase(
  { db, clock, originOf }: Pick<Deps, "db" | "clock" | "originOf">,
  actor: StaffActor,
  request: DecisionRequest,
): Promise<{ caseId: CaseId }> {
  return db.transaction(async (tx) => {
    const found = requirePromptCase(await lockCase(tx, request.caseId));
    const earlier = await tx.rows.decision.findUnique({ where: { caseId: request.caseId } });
    if (earlier?.requestId === request.requestId) return { caseId: request.caseId };
    if (earlier !== null) throw new Refusal("case/already-decided", { outcome: earlier.outcome });
    const elsewhere = await tx.rows.decision.findUnique({ where: { requestId: request.requestId } });
    if (elsewhere !== null) throw new Refusal("request/reused-key", { caseId: elsewhere.caseId });

    await lapseIfOverdue(tx, found);
    const facts = await factsOf(tx, found, request.outcome);
    const ruling = ruleOnReview(facts);
    const rulingId = await recordRuling(tx, subjectOf(found), ruling, facts);
    await writeDecision(tx, actor, request);
    await settleCredits(tx, found, ruling.outcome, clock.now());
    await settleStrike(tx, found, ruling.outcome, clock.now());
    const { caseId, outcome, note } = request;
    await recordAct(tx, { actor, act: `case.${outcome}`, on: caseId, rulingId, note });
    const page = `${originOf(facts.storefront)}/standing`;
    await tellOfDecision(tx, found, { explanation: ruling.explanation.member, page });
    await tellWatchers(tx, found.generationId);
    return { caseId };
  });
}

async function writeDecision(
  tx: Tx,
  actor: StaffActor,
  { caseId, requestId, outcome, note }: DecisionRequest,
): Promise<void> {
  await tx.rows.decision.create({
    data: { id: newId("decision"), caseId, requestId, staffId: actor.staffId, outcome, note },
  });
  await tx.rows.case.update({
    where: { id: caseId },
    data: { state: "decided", outcome, decidedAt: new Date(), creditsUnderReview: 0 },
  });
}

/** The terms in force when the request was made, and where its credits are now. */
async function factsOf(tx: Tx, { generationId, storefront }: PromptCase, decision: DecisionRequest["outcome"]) {
  const generation = await tx.rows.generation.findUnique({ where: { id: generationId } });
  const at = generation?.createdAt ?? new Date();
  return {
    storefront: storefront as StorefrontId,
    at,
    decision,
    credits: await creditStateOf(tx, generation?.holdId ?? null),
  };
}

export async function creditStateOf(tx: Pick<Tx, "query">, holdId: string | null): Promise<CreditState> {
  if (holdId === null) return "none";
  const { state } = await getHold(tx, holdId as HoldId);
  return state === "open" ? "under-review" : state;
}

async function settleCredits(tx: Tx, found: PromptCase, { credits }: ReviewOutcome, now: Date) {
  const { id, memberId, generationId } = found;
  if (credits === "nothing") return;
  const generation = await tx.rows.generation.findUniqueOrThrow({ where: { id: generationId } });
  const move = {
    walletId: memberId as MemberId,
    holdId: generation.holdId as HoldId,
    key: `${id}.decision`,
    reason: credits === "capture" ? "breach confirmed" : "decision overturned",
    ...graceFor({
      storefront: found.storefront as StorefrontId,
      at: generation.createdAt,
      cause: "decision-overturned",
      now,
    }),
  };
  if (credits === "capture") await capture(tx, move);
  else if (credits === "release") await release(tx, move);
  else await payBack(tx, move);
}

/** A strike whose time ran out before anybody decided stays on record, and has never counted. */
async function settleStrike(tx: Tx, { generationId }: PromptCase, { strike }: ReviewOutcome, now: Date): Promise<void> {
  const settled = { generationId, state: { in: ["pending", "counting"] } };
  if (strike === "void") {
    await tx.rows.strike.updateMany({ where: settled, data: { state: "void", endedAt: new Date() } });
    return;
  }
  const late = await tx.rows.strike.findFirst({ where: { ...settled, expiresAt: { lte: now } } });
  const data = late === null ? { state: "counting" } : { state: "expired", endedAt: late.expiresAt };
  await tx.rows.strike.updateMany({ where: settled, data });
}

function subjectOf(row: PromptCase) {
  return {
    storefront: row.storefront as StorefrontId,
    memberId: row.memberId as MemberId,
    generationId: row.generationId as GenerationId,
    caseId: row.id as CaseId,
  };
}
