import {
  type AccountCaseView,
  type CaseId,
  type CaseView,
  type MoneyCaseView,
  Refusal,
  type StaffActor,
} from "@covenant/domain";
import { requireAccountCase } from "../cases/lock-account-case.ts";
import { viewAccountCase } from "../cases/view-account-case.ts";
import { viewMoneyCase } from "../cases/view-money-case.ts";
import type { Deps } from "../deps.ts";
import { viewCase } from "./view-case.ts";

/** The file of any case, by what it is about. @throws Refusal "thing/not-found". */
export async function viewCaseFile(
  { db, clock }: Pick<Deps, "db" | "clock">,
  actor: StaffActor,
  id: CaseId,
): Promise<CaseView | MoneyCaseView | AccountCaseView> {
  const row = await db.rows.case.findUnique({ where: { id }, include: { decision: true } });
  if (row === null) throw new Refusal("thing/not-found", { thing: "case" });
  if (row.kind === "account") return viewAccountCase({ db, clock }, actor, requireAccountCase(row));
  const { orderId } = row;
  return orderId === null ? viewCase({ db, clock }, actor, id) : viewMoneyCase({ db }, { ...row, orderId });
}
