import type { SqlRunner } from "@covenant/db";
import {
  type CaseId,
  type CaseView,
  formatCredits,
  type GenerationId,
  mayAsk,
  type Signal,
  type StaffActor,
  type StorefrontId,
} from "@covenant/domain";
import { type ReviewDecision, type ReviewOutcome, ruleOnReview } from "@covenant/policy";
import { creditLinesOf } from "../credits/credit-lines.ts";
import type { Deps } from "../deps.ts";
import { viewRuling } from "../rulings/view-ruling.ts";
import { requirePromptCase } from "./case-store.ts";
import { creditStateOf } from "./decide-case.ts";
import { summaryOf } from "./list-cases.ts";

type CaseSubject = {
  storefront: StorefrontId;
  at: Date;
  holdId: string | null;
  credits: number;
  /** The time of its strike ended while the case waited. */
  isStrikeOver: boolean;
};

/** The whole file of a prompt's case for the person who decides it, with what either answer would do. The prompt stays covered. */
export async function viewCase(
  { db, clock }: Pick<Deps, "db" | "clock">,
  actor: StaffActor,
  id: CaseId,
): Promise<CaseView> {
  const row = requirePromptCase(await db.rows.case.findUnique({ where: { id }, include: { decision: true } }));
  const { generationId, memberId, decision } = row;
  const [generation, member, rulings, strike] = await Promise.all([
    db.rows.generation.findUnique({ where: { id: generationId } }),
    db.rows.member.findUniqueOrThrow({ where: { id: memberId } }),
    db.rows.ruling.findMany({ where: { generationId }, orderBy: { at: "asc" } }),
    db.rows.strike.findUnique({ where: { generationId } }),
  ]);
  const { lines, entries } = await creditLinesOf(db, { id: generationId, holdId: generation?.holdId ?? null });
  const subject: CaseSubject = {
    storefront: row.storefront as StorefrontId,
    at: generation?.createdAt ?? row.openedAt,
    holdId: generation?.holdId ?? null,
    credits: generation?.credits ?? 0,
    isStrikeOver: strike !== null && strike.expiresAt <= clock.now(),
  };
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
      confirm: await effectsOf(db, subject, "confirmed"),
      overturn: await effectsOf(db, subject, "overturned"),
    },
    canDecide: decision === null && mayAsk(actor.roles, "case.decide"),
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

/** What an answer would do, from the same ruling that the decision will make under the lock. */
async function effectsOf(db: SqlRunner, subject: CaseSubject, decision: ReviewDecision): Promise<string[]> {
  const credits = await creditStateOf(db, subject.holdId);
  const { outcome, clauses } = ruleOnReview({ storefront: subject.storefront, at: subject.at, decision, credits });
  const amount = formatCredits(subject.credits);
  return [
    creditEffects[outcome.credits](amount),
    strikeEffect(outcome.strike, subject),
    `By ${clauses.map((clause) => clause.id).join(", ")}. The member is told by mail.`,
  ];
}

function strikeEffect(strike: ReviewOutcome["strike"], { isStrikeOver }: CaseSubject): string {
  if (strike === "void") return "The strike is void.";
  return isStrikeOver ? "The strike stays on record. Its time has ended, so it weighs nothing." : "The strike counts.";
}

const creditEffects = {
  capture: (amount: string) => `${amount} are charged.`,
  release: (amount: string) => `${amount} go back to the member.`,
  "pay-back": (amount: string) => `${amount} are paid back by a new entry.`,
  nothing: () => "No credits move.",
} as const;
