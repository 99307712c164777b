import { recordAct } from "@covenant/db";
import { type CaseId, type ClosingRequest, newId, Refusal, type StaffActor } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { lockCase } from "./lock-case.ts";

/**
 * Closes a case about money with what was done about it. It moves nothing: a refund is made at the order. The same request
 * sent twice closes once.
 * @throws Refusal "thing/not-found", also for a prompt's case, which is decided; "case/already-decided".
 */
export async function closeCase(
  { db }: Pick<Deps, "db">,
  actor: StaffActor,
  { caseId, requestId, note }: ClosingRequest,
): Promise<{ caseId: CaseId }> {
  return db.transaction(async (tx) => {
    const found = await lockCase(tx, caseId);
    if (found === null || found.kind === "prompt") throw new Refusal("thing/not-found", { thing: "case" });
    const earlier = await tx.rows.decision.findUnique({ where: { caseId } });
    if (earlier?.requestId === requestId) return { caseId };
    if (found.state !== "open") throw new Refusal("case/already-decided", { outcome: found.outcome });
    const outcome = "closed";
    await tx.rows.decision.create({
      data: { id: newId("decision"), caseId, requestId, staffId: actor.staffId, outcome, note, at: tx.at },
    });
    await tx.rows.case.update({ where: { id: caseId }, data: { state: "closed", outcome, decidedAt: tx.at } });
    await recordAct(tx, { actor, act: "case.closed", on: caseId, note });
    return { caseId };
  });
}
