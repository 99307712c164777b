import { type Prisma, recordAct, type Tx } from "@covenant/db";
import {
  type AppealDecisionRequest,
  type AppealId,
  type CaseId,
  type GenerationId,
  type MemberId,
  newId,
  Refusal,
  type RulingId,
  type StaffActor,
  type StorefrontId,
} from "@covenant/domain";
import { lapseIfOverdue } from "../cases/lapse-reviews.ts";
import { lockCase, requirePromptCase } from "../cases/lock-case.ts";
import { lockConductOf } from "../cases/open-account-case.ts";
import { requireRead } from "../cases/require-read.ts";
import { settleRequest } from "../decisions/settle-request.ts";
import type { Deps } from "../deps.ts";
import { tellWatchers } from "../live/tell-watchers.ts";
import { requireNoPart } from "./appeal-store.ts";
import { titleOf } from "./contested.ts";
import { type AppealPlan, planAppeal } from "./plan-appeal.ts";
import { tellOfAnswer } from "./tell-of-appeal.ts";
import { undoAccountDecision } from "./undo-account-decision.ts";

type AppealRow = Prisma.AppealGetPayload<object>;
type CaseRow = Prisma.CaseGetPayload<object>;

/**
 * Answers an appeal: rulings, credits, strikes, sanctions, answer, acts and mail are one transaction. The plan is made anew under
 * the locks and must be what the preview showed. The same request sent twice is one answer.
 * @throws Refusal "thing/not-found", "appeal/own-decision" for who took the decision, "appeal/already-decided",
 *   "appeal/plan-changed", "case/prompt-unread" for who has not read the prompt in question, "request/reused-key".
 */
export async function decideAppeal(
  { db, clock }: Pick<Deps, "db" | "clock">,
  actor: StaffActor,
  request: AppealDecisionRequest,
): Promise<{ appealId: AppealId }> {
  return db.transaction(async (tx) => {
    const appeal = await lockAppeal(tx, request.appealId);
    if (await wasDecided(tx, request)) return { appealId: request.appealId };
    const found = await lockDecision(tx, appeal);
    await requireNoPart(tx, appeal.caseId, actor);
    if (found.kind === "prompt") {
      const prompted = requirePromptCase(found);
      await requireRead(tx, prompted, actor);
      await lapseIfOverdue(tx, prompted);
    }
    const now = clock.now();
    const plan = await planAppeal(tx, found, { outcome: request.outcome, now });
    if (plan.digest !== request.digest) throw new Refusal("appeal/plan-changed");
    await answer(tx, { appeal, found, plan, actor, request, now });
    return { appealId: request.appealId };
  });
}

async function lockAppeal(tx: Tx, id: AppealId): Promise<AppealRow> {
  await tx.query("SELECT 1 AS locked FROM appeal WHERE id = $1::text FOR NO KEY UPDATE", [id]);
  const row = await tx.rows.appeal.findUnique({ where: { id } });
  if (row === null) throw new Refusal("thing/not-found", { thing: "appeal" });
  return row;
}

async function wasDecided(tx: Tx, { appealId, requestId }: AppealDecisionRequest): Promise<boolean> {
  const earlier = await tx.rows.appealDecision.findUnique({ where: { appealId } });
  if (earlier?.requestId === requestId) return true;
  if (earlier !== null) throw new Refusal("appeal/already-decided", { outcome: earlier.outcome });
  const elsewhere = await tx.rows.appealDecision.findUnique({ where: { requestId } });
  if (elsewhere !== null) throw new Refusal("request/reused-key", { appealId: elsewhere.appealId });
  return false;
}

/** An account's decisions wait for its conduct first, as everywhere; a request's wallet comes before it. */
async function lockDecision(tx: Tx, { caseId, memberId }: AppealRow): Promise<CaseRow> {
  const { kind } = await tx.rows.case.findUniqueOrThrow({ where: { id: caseId }, select: { kind: true } });
  if (kind === "account") await lockConductOf(tx, memberId as MemberId);
  const row = await lockCase(tx, caseId as CaseId);
  if (row === null) throw new Error(`${caseId} is gone`);
  return row;
}

type Answering = {
  appeal: AppealRow;
  found: CaseRow;
  plan: AppealPlan;
  actor: StaffActor;
  request: AppealDecisionRequest;
  now: Date;
};

async function answer(tx: Tx, { appeal, found, plan, actor, request, now }: Answering): Promise<void> {
  const { appealId, requestId, outcome, reasons } = request;
  const rulingId = await carryOut(tx, { appeal, found, plan, actor, request, now });
  await tx.rows.appealDecision.create({
    data: {
      id: newId("decision"),
      appealId,
      requestId,
      staffId: actor.staffId,
      outcome,
      reasons,
      receipts: plan.effects,
      rulingId,
      at: now,
    },
  });
  await tx.rows.appeal.update({ where: { id: appealId }, data: { state: "decided" } });
  await closeFile(tx, { appeal, found, plan, actor, request, now });
  const facts = { caseId: found.id, returns: plan.returns };
  await recordAct(tx, { actor, act: `appeal.${outcome}`, on: appealId, rulingId, note: reasons, facts });
  await tellOfAnswer(tx, {
    storefront: appeal.storefront as StorefrontId,
    memberId: appeal.memberId as MemberId,
    title: titleOf(found),
    about: (found.generationId as GenerationId | null) ?? (found.id as CaseId),
    outcome,
    reasons,
    explanation: plan.ruling.explanation.member,
    receipts: plan.effects,
  });
  if (found.generationId !== null) await tellWatchers(tx, found.generationId);
}

async function carryOut(tx: Tx, { appeal, found, plan, actor, now }: Answering): Promise<RulingId> {
  if (plan.request === null) return undoAccountDecision(tx, actor, { found, plan, now });
  const key = `${appeal.id}.decision`;
  return settleRequest(tx, actor, { found: requirePromptCase(found), plan: plan.request, now, key });
}

/** Of a block that no person had looked at, the answer is the case's decision too. A decision once taken stays on record. */
async function closeFile(tx: Tx, { found, actor, request, now }: Answering): Promise<void> {
  const { requestId, outcome, reasons: note } = request;
  if (found.state === "open" || found.state === "claimed") {
    const decided = outcome === "upheld" ? "overturned" : "confirmed";
    await tx.rows.decision.create({
      data: {
        id: newId("decision"),
        caseId: found.id,
        requestId,
        staffId: actor.staffId,
        outcome: decided,
        note,
        at: now,
      },
    });
    await tx.rows.case.update({
      where: { id: found.id },
      data: { state: "decided", outcome: decided, decidedAt: now, creditsUnderReview: 0, dueAt: null },
    });
    return;
  }
  if (outcome === "upheld") await tx.rows.case.update({ where: { id: found.id }, data: { outcome: "overturned" } });
}
