import type { Database, SqlRunner } from "@covenant/db";
import { type CaseId, type CaseView, type GenerationId, mayAsk, type Signal, type StaffActor } from "@covenant/domain";
import type { ReviewDecision } from "@covenant/policy";
import { appealOf } from "../cases/appeal-of.ts";
import { summaryOf } from "../cases/list-cases.ts";
import { type PromptCase, requirePromptCase } from "../cases/lock-case.ts";
import { creditLinesOf } from "../credits/credit-lines.ts";
import type { Deps } from "../deps.ts";
import { viewPictures } from "../imprints/view-pictures.ts";
import { viewRuling } from "../rulings/view-ruling.ts";
import { planRequestDecision } from "./plan-request-decision.ts";

type Answer = { decision: ReviewDecision; now: Date };

/** The whole file of a prompt's case for the person who decides it, with what either answer would do. The prompt stays covered. */
export async function viewCase(
  { db, clock }: Pick<Deps, "db" | "clock">,
  actor: StaffActor,
  id: CaseId,
): Promise<CaseView> {
  const row = requirePromptCase(await db.rows.case.findUnique({ where: { id }, include: { decision: true } }));
  const { generationId, memberId, decision } = row;
  const [generation, member, rulings, strike, appeal, seen] = await Promise.all([
    db.rows.generation.findUnique({ where: { id: generationId } }),
    db.rows.member.findUniqueOrThrow({ where: { id: memberId } }),
    db.rows.ruling.findMany({ where: { generationId }, orderBy: [{ at: "asc" }, { id: "asc" }] }),
    db.rows.strike.findUnique({ where: { generationId } }),
    appealOf(db, id),
    viewPictures(db, generationId as GenerationId),
  ]);
  const { lines, entries } = await creditLinesOf(db, { id: generationId, holdId: generation?.holdId ?? null });
  const now = clock.now();
  return {
    ...summaryOf(row),
    kind: "prompt",
    generationId: generationId as GenerationId,
    memberEmail: member.email,
    modelName: generation?.modelName ?? "(history entry gone)",
    signals: row.signals as Signal[],
    facts: (rulings[0]?.facts ?? {}) as Record<string, unknown>,
    rulings: rulings.map((ruling) => viewRuling(ruling, "staff")),
    creditLines: lines,
    entries,
    strike:
      strike === null ? null : ({ id: strike.id, state: strike.state, weight: strike.weight } as CaseView["strike"]),
    decision: decision === null ? null : await decisionOf(db, decision),
    effects: {
      confirm: await effectsOf(db, row, { decision: "confirmed", now }),
      overturn: await effectsOf(db, row, { decision: "overturned", now }),
    },
    appeal,
    canDecide: decision === null && appeal === null && mayAsk(actor.roles, "case.decide"),
    ...seen,
  };
}

async function decisionOf(db: SqlRunner, row: { staffId: string; outcome: string; note: string; at: Date }) {
  const [staff] = await db.query<{ name: string }>("SELECT name FROM staff WHERE id = $1::text", [row.staffId]);
  return {
    outcome: row.outcome as "confirmed" | "overturned",
    by: staff?.name ?? row.staffId,
    note: row.note,
    at: row.at.toISOString(),
  };
}

/** What an answer would do, from the same plan that the decision will make under the lock. */
async function effectsOf(db: Database, found: PromptCase, { decision, now }: Answer): Promise<string[]> {
  const { effects, ruling } = await planRequestDecision(db, found, { decision, now });
  return [...effects, `By ${ruling.clauses.map((clause) => clause.id).join(", ")}. The member is told by mail.`];
}
