import { recordAct } from "@covenant/db";
import { type AppealId, Refusal, type StaffActor } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { requireNoPart } from "./appeal-store.ts";

/**
 * Takes an appeal up: the member sees that somebody looks at it. Whoever takes it later stands in for who did before; anybody
 * who had no part in the decision may answer it all the same.
 * @throws Refusal "thing/not-found", "appeal/own-decision", "appeal/already-decided".
 */
export async function takeAppeal(
  { db, clock }: Pick<Deps, "db" | "clock">,
  actor: StaffActor,
  id: AppealId,
): Promise<{ appealId: AppealId }> {
  return db.transaction(async (tx) => {
    await tx.query("SELECT 1 AS locked FROM appeal WHERE id = $1::text FOR NO KEY UPDATE", [id]);
    const row = await tx.rows.appeal.findUnique({ where: { id }, include: { decision: true } });
    if (row === null) throw new Refusal("thing/not-found", { thing: "appeal" });
    if (row.decision !== null) throw new Refusal("appeal/already-decided", { outcome: row.decision.outcome });
    await requireNoPart(tx, row.caseId, actor);
    if (row.takenBy === actor.staffId) return { appealId: id };
    const data = { state: "looking", takenBy: actor.staffId, takenAt: clock.now() };
    await tx.rows.appeal.update({ where: { id }, data });
    await recordAct(tx, { actor, act: "appeal.taken", on: id });
    return { appealId: id };
  });
}
