import { type AppealPlanView, type AppealQuestionAsked, type ClauseCitation, Refusal } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { planAppeal } from "./plan-appeal.ts";

/** What an answer to an appeal would do now. Nothing is done. @throws Refusal "thing/not-found", "appeal/already-decided". */
export async function previewAppeal(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { appealId, outcome }: AppealQuestionAsked,
): Promise<AppealPlanView> {
  const row = await db.rows.appeal.findUnique({ where: { id: appealId }, include: { case: true, decision: true } });
  if (row === null) throw new Refusal("thing/not-found", { thing: "appeal" });
  if (row.decision !== null) throw new Refusal("appeal/already-decided", { outcome: row.decision.outcome });
  const { ruling, effects, returns, digest } = await planAppeal(db, row.case, { outcome, now: clock.now() });
  return {
    effects: [...effects, "The member is told by mail, with your reasons."],
    returns,
    clauses: ruling.clauses as ClauseCitation[],
    explanation: ruling.explanation.staff,
    digest,
  };
}
