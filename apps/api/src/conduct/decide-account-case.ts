import { recordAct, type Tx } from "@covenant/db";
import {
  type AccountDecisionRequest,
  appealPath,
  type CaseId,
  type ConductFinding,
  type DismissalRequest,
  mayAsk,
  newId,
  Refusal,
  type RulingId,
  type StaffActor,
} from "@covenant/domain";
import { type AccountCase, lockAccountCase } from "../cases/lock-account-case.ts";
import type { Deps } from "../deps.ts";
import { revokeKeysOf } from "../keys/revoke-keys-of.ts";
import { recordRuling } from "../rulings/record-ruling.ts";
import { carryOutTermination } from "../sanctions/carry-out-termination.ts";
import { imposeSanction } from "../sanctions/impose-sanction.ts";
import { strikesBehind } from "../sanctions/strikes-behind.ts";
import { tellMember } from "../sanctions/tell-member.ts";
import { type DecisionPlan, planDecision, type Ruled } from "./plan-decision.ts";

type ConductDeps = Pick<Deps, "db" | "clock" | "originOf">;

/**
 * Confirms a case as a person finds it: rulings, strike, sanction, decision, acts and the mail are one transaction, under
 * the member's conduct lock. The plan is made anew there and must be what the preview showed, word for word. The same
 * request sent twice is one decision.
 * @throws Refusal "sanction/plan-changed", "sanction/not-due" where nothing follows, "case/already-decided",
 *   "staff/capability-missing" for a closing, "thing/not-found".
 */
export async function confirmAccountCase(
  { db, clock, originOf }: ConductDeps,
  actor: StaffActor,
  request: AccountDecisionRequest,
): Promise<{ caseId: CaseId }> {
  return db.transaction(async (tx) => {
    const found = await lockAccountCase(tx, request.caseId);
    if (await wasDecided(tx, request)) return { caseId: found.id };
    const at = clock.now();
    const { finding, danger } = request;
    const plan = await planDecision(tx, found, { finding, danger, now: at });
    requireShown(plan, actor, request.digest);
    await writeDecision(tx, actor, { ...request, outcome: finding === "established" ? "confirmed" : "suspected" });
    await carryOut(tx, { found, plan, finding, actor, at });
    await tell(tx, { found, plan, origin: originOf(found.storefront) });
    return { caseId: found.id };
  });
}

/** Closes a case in which nothing was found: no strike, no sanction, and nobody is told. The same request sent twice is one. */
export async function dismissAccountCase(
  { db }: Pick<Deps, "db">,
  actor: StaffActor,
  request: DismissalRequest,
): Promise<{ caseId: CaseId }> {
  return db.transaction(async (tx) => {
    const found = await lockAccountCase(tx, request.caseId);
    if (!(await wasDecided(tx, request))) await writeDecision(tx, actor, { ...request, outcome: "dismissed" });
    return { caseId: found.id };
  });
}

async function wasDecided(tx: Tx, { caseId, requestId }: DismissalRequest): Promise<boolean> {
  const earlier = await tx.rows.decision.findUnique({ where: { caseId } });
  if (earlier?.requestId === requestId) return true;
  if (earlier !== null) throw new Refusal("case/already-decided", { outcome: earlier.outcome });
  const elsewhere = await tx.rows.decision.findUnique({ where: { requestId } });
  if (elsewhere !== null) throw new Refusal("request/reused-key", { caseId: elsewhere.caseId });
  return false;
}

function requireShown({ sanction, digest }: DecisionPlan, actor: StaffActor, shown: string): void {
  if (sanction === null) throw new Refusal("sanction/not-due", { reason: "Nothing follows under the terms." });
  if (digest !== shown) throw new Refusal("sanction/plan-changed", { sanction });
  const capability = "member.terminate";
  if (sanction === "termination" && !mayAsk(actor.roles, capability))
    throw new Refusal("staff/capability-missing", { capability });
}

async function writeDecision(
  tx: Tx,
  actor: StaffActor,
  { caseId, requestId, outcome, note }: DismissalRequest & { outcome: string },
): Promise<void> {
  await tx.rows.decision.create({
    data: { id: newId("decision"), caseId, requestId, staffId: actor.staffId, outcome, note, at: tx.at },
  });
  await tx.rows.case.update({ where: { id: caseId }, data: { state: "decided", outcome, decidedAt: tx.at } });
  await recordAct(tx, { actor, act: `case.${outcome}`, on: caseId, note });
}

type ToDo = { found: AccountCase; plan: DecisionPlan; finding: ConductFinding; actor: StaffActor; at: Date };

async function carryOut(tx: Tx, { found, plan, finding, actor, at }: ToDo): Promise<void> {
  const { id: caseId, storefront, memberId } = found;
  const record = (ruled: Ruled<unknown>): Promise<RulingId> =>
    recordRuling(tx, { storefront, memberId, caseId }, ruled.ruling, ruled.facts);
  const conductRuling = await record(plan.conduct);
  const ladderRuling = plan.ladder === null ? conductRuling : await record(plan.ladder);
  await record(plan.notice);
  if (plan.closing !== null) {
    await record(plan.closing.termination);
    await record(plan.closing.forfeiture);
  }
  if (plan.strike !== null) await writeStrike(tx, found, plan);
  if (plan.sanction === "keys-end") {
    const keys = await revokeKeysOf(tx, memberId, at);
    await recordAct(tx, { actor, act: "keys.end", on: memberId, rulingId: conductRuling, facts: { caseId, keys } });
  } else if (plan.sanction !== null && plan.ladder !== null) {
    await impose(tx, { found, plan, finding, actor, at }, { ...plan.ladder.ruling, rulingId: ladderRuling });
  }
}

/** Mails the statement of reasons, and where it stays to be read. A closing at once is told as it is carried out. */
async function tell(tx: Tx, { found, plan, origin }: Pick<ToDo, "found" | "plan"> & { origin: string }): Promise<void> {
  if (plan.closing?.termination.ruling.outcome.notice === "none") return;
  const { storefront, memberId } = found;
  const subject = subjects[plan.sanction ?? "warning"];
  const links = `To appeal: ${origin}${appealPath(found.id)}\nHow your account stands: ${origin}/standing`;
  const body = `${plan.statement}\n\n${links}`;
  await tellMember(tx, { storefront, memberId, subject, body });
}

async function writeStrike(tx: Tx, { id: caseId, storefront, memberId, facts }: AccountCase, plan: DecisionPlan) {
  if (plan.strike === null) return;
  const { weight, expiresAt, isOver } = plan.strike;
  const clauseId = plan.conduct.ruling.clauses[0]?.id ?? "";
  const ended = isOver ? { state: "expired", endedAt: expiresAt } : { state: "counting" };
  const strike = {
    storefront,
    memberId,
    caseId,
    clauseId,
    conduct: facts.conduct,
    category: "",
    weight,
    expiresAt,
    ...ended,
  };
  await tx.rows.strike.create({ data: { id: newId("strike"), ...strike, imposedAt: tx.at } });
}

async function impose(
  tx: Tx,
  { found, plan, finding, actor, at }: ToDo,
  ladder: NonNullable<DecisionPlan["ladder"]>["ruling"] & { rulingId: RulingId },
): Promise<void> {
  const { sanction, closing } = plan;
  if (sanction === null || sanction === "keys-end") return;
  const effectiveAt = closing?.termination.ruling.outcome.effectiveAt ?? at;
  const credits = closing?.forfeiture.ruling.outcome.credits ?? "left";
  const sanctionId = await imposeSanction(tx, actor, {
    storefront: found.storefront,
    memberId: found.memberId,
    caseId: found.id,
    conduct: found.facts.conduct,
    rulingId: ladder.rulingId,
    clauseId: ladder.clauses[0]?.id ?? "",
    kind: sanction,
    statement: plan.statement,
    at,
    endsAt: ladder.outcome.endsAt,
    running: ladder.outcome.running,
    closing: closing === null ? null : { effectiveAt, credits },
    restsOn: await strikesBehind(tx, { memberId: found.memberId, conduct: found.facts.conduct, finding, at }),
  });
  if (closing === null || effectiveAt > at) return;
  const forfeited = await carryOutTermination(tx, actor, { sanctionId, at });
  // Credits came or went since the plan was made: nothing is done that nobody saw.
  if (forfeited !== closing.forfeits) throw new Refusal("sanction/plan-changed", { sanction, forfeited });
}

const subjects = {
  "keys-end": "your API keys have ended",
  warning: "a warning about your account",
  limit: "your account is limited",
  suspension: "your account is suspended",
  termination: "your account will be closed",
} as const satisfies Record<NonNullable<DecisionPlan["sanction"]>, string>;
