import { recordAct, type Tx } from "@covenant/db";
import { type CaseId, type DecisionRequest, newId, Refusal, type StaffActor } from "@covenant/domain";
import { lapseIfOverdue } from "../cases/lapse-reviews.ts";
import { lockCase, requirePromptCase } from "../cases/lock-case.ts";
import { requireRead } from "../cases/require-read.ts";
import type { Deps } from "../deps.ts";
import { tellWatchers } from "../live/tell-watchers.ts";
import { planRequestDecision } from "./plan-request-decision.ts";
import { settleRequest } from "./settle-request.ts";
import { tellOfDecision } from "./tell-of-decision.ts";

/**
 * Concludes a case. The ruling is made under the lock on where the credits are now; credits and strike follow in the
 * same transaction, and the member is told. The same request sent twice is one decision. A breach is confirmed by who has read
 * the prompt, while there is one; what is overturned costs nobody anything.
 * @throws Refusal "thing/not-found", "case/already-decided", "case/appealed", "case/prompt-unread", "request/reused-key".
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

    await requireUnappealed(tx, request.caseId);
    if (request.outcome === "confirmed") await requireRead(tx, found, actor);
    await lapseIfOverdue(tx, found);
    const now = clock.now();
    const plan = await planRequestDecision(tx, found, { decision: request.outcome, now });
    await writeDecision(tx, actor, request);
    const rulingId = await settleRequest(tx, actor, { found, plan, now, key: `${found.id}.decision` });
    const { caseId, outcome, note } = request;
    await recordAct(tx, { actor, act: `case.${outcome}`, on: caseId, rulingId, note });
    await tellOfDecision(tx, found, {
      explanation: plan.ruling.explanation.member,
      origin: originOf(plan.facts.storefront),
      isOverturned: outcome === "overturned",
    });
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
    data: { id: newId("decision"), caseId, requestId, staffId: actor.staffId, outcome, note, at: tx.at },
  });
  await tx.rows.case.update({
    where: { id: caseId },
    data: { state: "decided", outcome, decidedAt: tx.at, creditsUnderReview: 0 },
  });
}

/** Once the member has appealed what a machine decided, the answer to the appeal decides the case too. */
async function requireUnappealed(tx: Tx, caseId: CaseId): Promise<void> {
  const appeal = await tx.rows.appeal.findUnique({ where: { caseId }, select: { id: true } });
  if (appeal !== null) throw new Refusal("case/appealed", { appealId: appeal.id });
}
