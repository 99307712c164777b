import type { Prisma } from "@covenant/db";
import type { AppealId, AppealOutcome, AppealSummary, Page } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { titleOf } from "./contested.ts";

const rowsAPage = 50;

export type AppealListQuestion = {
  state?: "open" | "decided" | undefined;
  storefront?: string | undefined;
  cursor?: AppealId | undefined;
};

export type AppealRow = Prisma.AppealGetPayload<{ include: { case: true; decision: true } }>;

/** The queue: open appeals by how long they wait, decided ones newest first. Ids sort by time, so the last one is the cursor. */
export async function listAppeals(
  { db }: Pick<Deps, "db">,
  question: AppealListQuestion,
): Promise<Page<AppealSummary>> {
  const { state = "open", storefront, cursor } = question;
  const isQueue = state === "open";
  const rows = await db.rows.appeal.findMany({
    where: {
      state: isQueue ? { in: ["received", "looking"] } : "decided",
      ...(storefront === undefined ? {} : { storefront }),
      ...(cursor === undefined ? {} : { id: isQueue ? { gt: cursor } : { lt: cursor } }),
    },
    orderBy: { id: isQueue ? "asc" : "desc" },
    take: rowsAPage + 1,
    include: { case: true, decision: true },
  });
  const page = rows.slice(0, rowsAPage);
  return { rows: page.map(summaryOf), next: rows.length > rowsAPage ? (page.at(-1)?.id ?? null) : null };
}

export function summaryOf(row: AppealRow): AppealSummary {
  return {
    id: row.id as AppealId,
    storefront: row.storefront as AppealSummary["storefront"],
    memberId: row.memberId as AppealSummary["memberId"],
    caseId: row.caseId as AppealSummary["caseId"],
    title: titleOf(row.case),
    state: row.state as AppealSummary["state"],
    receivedAt: row.receivedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    outcome: (row.decision?.outcome ?? null) as AppealOutcome | null,
  };
}
