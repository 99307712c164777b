import { accountFacts, type CaseId, type CaseKind, type CaseSummary, type OrderId, type Page } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import type { CaseRow } from "./lock-case.ts";

const rowsAPage = 50;

export type CaseQuestion = {
  state?: "open" | "decided" | undefined;
  kind?: CaseKind | undefined;
  storefront?: string | undefined;
  cursor?: CaseId | undefined;
};

/** The queue: open cases oldest first, decided ones newest first. Ids sort by time, so the last one seen is the cursor. */
export async function listCases({ db }: Pick<Deps, "db">, question: CaseQuestion): Promise<Page<CaseSummary>> {
  const { state = "open", kind, storefront, cursor } = question;
  const isQueue = state === "open";
  const rows = await db.rows.case.findMany({
    where: {
      state: isQueue ? { in: ["open", "claimed"] } : { in: ["decided", "closed"] },
      ...(kind === undefined ? {} : { kind }),
      ...(storefront === undefined ? {} : { storefront }),
      ...(cursor === undefined ? {} : { id: isQueue ? { gt: cursor } : { lt: cursor } }),
    },
    orderBy: { id: isQueue ? "asc" : "desc" },
    take: rowsAPage + 1,
  });
  const page = rows.slice(0, rowsAPage);
  return { rows: page.map(summaryOf), next: rows.length > rowsAPage ? (page.at(-1)?.id ?? null) : null };
}

/** Cases about an order's money, the newest first. */
export async function listCasesOfOrder(
  { db }: Pick<Deps, "db">,
  orderId: OrderId,
): Promise<Pick<CaseSummary, "id" | "kind" | "state">[]> {
  const rows = await db.rows.case.findMany({ where: { orderId }, orderBy: { id: "desc" } });
  return rows.map((row) => {
    const { id, kind, state } = summaryOf(row);
    return { id, kind, state };
  });
}

export function summaryOf(row: Omit<CaseRow, "facts"> & { facts: unknown }): CaseSummary {
  return {
    id: row.id as CaseId,
    kind: row.kind as CaseSummary["kind"],
    state: row.state as CaseSummary["state"],
    storefront: row.storefront as CaseSummary["storefront"],
    memberId: row.memberId as CaseSummary["memberId"],
    generationId: row.generationId as CaseSummary["generationId"],
    orderId: row.orderId as CaseSummary["orderId"],
    category: row.category as CaseSummary["category"],
    conduct: row.kind === "account" ? accountFacts.parse(row.facts).conduct : null,
    creditsUnderReview: row.creditsUnderReview,
    openedAt: row.openedAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    outcome: row.outcome as CaseSummary["outcome"],
  };
}
