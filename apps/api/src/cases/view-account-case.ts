import { type AccountCaseView, mayAsk, type StaffActor } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { viewRuling } from "../rulings/view-ruling.ts";
import { viewRecord } from "../standing/view-record.ts";
import { appealOf } from "./appeal-of.ts";
import { summaryOf } from "./list-cases.ts";
import type { AccountCase } from "./lock-account-case.ts";

/** The whole file of a case about an account: what was seen, the record, the rulings so far, and the decision. */
export async function viewAccountCase(
  { db, clock }: Pick<Deps, "db" | "clock">,
  actor: StaffActor,
  found: AccountCase,
): Promise<AccountCaseView> {
  const { id, memberId, facts } = found;
  const [member, rulings, record, decision, appeal] = await Promise.all([
    db.rows.member.findUniqueOrThrow({ where: { id: memberId }, select: { email: true } }),
    db.rows.ruling.findMany({ where: { caseId: id }, orderBy: [{ at: "asc" }, { id: "asc" }] }),
    viewRecord(db, memberId, clock.now()),
    db.rows.decision.findUnique({ where: { caseId: id } }),
    appealOf(db, id),
  ]);
  const staff =
    decision === null
      ? null
      : await db.rows.staff.findUnique({ where: { id: decision.staffId }, select: { name: true } });
  return {
    ...summaryOf(found),
    kind: "account",
    memberEmail: member.email,
    facts,
    record,
    rulings: rulings.map((ruling) => viewRuling(ruling, "staff")),
    decision: decision && {
      outcome: decision.outcome,
      by: staff?.name ?? decision.staffId,
      note: decision.note,
      at: decision.at.toISOString(),
    },
    appeal,
    canDecide: decision === null && mayAsk(actor.roles, "case.decide"),
  };
}
