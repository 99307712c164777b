import { type CaseId, type CaseView, type MoneyCaseView, Refusal, type StaffActor } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { viewCase } from "./view-case.ts";
import { viewMoneyCase } from "./view-money-case.ts";

/** The file of any case, by what it is about. @throws Refusal "thing/not-found". */
export async function viewCaseFile(
  { db }: Pick<Deps, "db">,
  actor: StaffActor,
  id: CaseId,
): Promise<CaseView | MoneyCaseView> {
  const row = await db.rows.case.findUnique({ where: { id }, include: { decision: true } });
  if (row === null) throw new Refusal("thing/not-found", { thing: "case" });
  const { orderId } = row;
  return orderId === null ? viewCase({ db }, actor, id) : viewMoneyCase({ db }, { ...row, orderId });
}
