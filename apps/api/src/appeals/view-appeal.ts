import {
  type AppealFile,
  type AppealId,
  type AppealOutcome,
  type GenerationId,
  mayAsk,
  Refusal,
  type StaffActor,
  whoMay,
} from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { viewRuling } from "../rulings/view-ruling.ts";
import { hadPart } from "./appeal-store.ts";
import { reasonsOf } from "./contested.ts";
import { type AppealRow, summaryOf } from "./list-appeals.ts";

type ViewDeps = Pick<Deps, "db">;

/** The whole file of an appeal for the person who answers it: the decision, its reasons, and what the member says. */
export async function viewAppeal({ db }: ViewDeps, actor: StaffActor, id: AppealId): Promise<AppealFile> {
  const include = { case: true, decision: true } as const;
  const row = await db.rows.appeal.findUnique({ where: { id }, include });
  if (row === null) throw new Refusal("thing/not-found", { thing: "appeal" });
  const generationId = row.case.generationId as GenerationId | null;
  const [member, rulings, { statement }, decidedBy, against] = await Promise.all([
    db.rows.member.findUniqueOrThrow({ where: { id: row.memberId }, select: { email: true } }),
    db.rows.ruling.findMany({
      where: generationId === null ? { caseId: row.caseId } : { generationId },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    }),
    reasonsOf(db, { caseId: summaryOf(row).caseId, generationId }),
    decisionOf(db, row),
    reasonAgainst(db, actor, row),
  ]);
  return {
    ...summaryOf(row),
    memberEmail: member.email,
    words: row.words,
    statement,
    toldAt: row.toldAt.toISOString(),
    generationId,
    decidedBy,
    takenBy: row.takenBy === null ? null : await nameOf(db, row.takenBy),
    rulings: rulings.map((ruling) => viewRuling(ruling, "staff")),
    decision: await answerOf(db, row),
    against,
  };
}

/** The decision that is appealed, as whoever took it left it; null where only a machine did, or nobody before the appeal. */
async function decisionOf(db: ViewDeps["db"], { caseId, decision }: AppealRow): Promise<AppealFile["decidedBy"]> {
  const row = await db.rows.decision.findUnique({ where: { caseId } });
  if (row === null || row.requestId === decision?.requestId) return null;
  const { staffId, outcome, note, at } = row;
  return { name: await nameOf(db, staffId), outcome, note, at: at.toISOString() };
}

async function answerOf(db: ViewDeps["db"], { decision }: AppealRow): Promise<AppealFile["decision"]> {
  if (decision === null) return null;
  const { outcome, staffId, reasons, receipts, at } = decision;
  return {
    outcome: outcome as AppealOutcome,
    by: await nameOf(db, staffId),
    reasons,
    receipts: receipts as string[],
    at: at.toISOString(),
  };
}

async function reasonAgainst(db: ViewDeps["db"], actor: StaffActor, row: AppealRow): Promise<string | null> {
  if (row.decision !== null) return "It is answered.";
  if (!mayAsk(actor.roles, "appeal.decide")) return whoMay("appeal.decide");
  if (await hadPart(db, row.caseId, actor)) return "You had a part in the decision, so somebody else answers.";
  return null;
}

async function nameOf(db: ViewDeps["db"], staffId: string): Promise<string> {
  const row = await db.rows.staff.findUnique({ where: { id: staffId }, select: { name: true } });
  return row?.name ?? staffId;
}
