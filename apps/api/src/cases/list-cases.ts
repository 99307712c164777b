import type { Prisma } from "@covenant/db";
import { accountFacts, type CaseId, type CaseKind, type CaseSummary, type OrderId, type Page } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import type { CaseRow } from "./lock-case.ts";

const rowsAPage = 50;

export type CaseQuestion = {
  state?: "open" | "decided" | undefined;
  kind?: CaseKind | undefined;
  storefront?: string | undefined;
  /** As `casePlaceSchema` reads it. */
  cursor?: string | undefined;
};

/** The queue: open cases by their clock, those without one by their age after them. Decided ones: the newest first. */
export async function listCases({ db }: Pick<Deps, "db">, question: CaseQuestion): Promise<Page<CaseSummary>> {
  const { state = "open", kind, storefront, cursor } = question;
  const { seen, orderBy } = state === "open" ? byClock : byAge;
  const rows = await db.rows.case.findMany({
    where: {
      state: { in: state === "open" ? ["open", "claimed"] : ["decided", "closed"] },
      ...(kind === undefined ? {} : { kind }),
      ...(storefront === undefined ? {} : { storefront }),
      ...(cursor === undefined ? {} : seen(placeOf(cursor))),
    },
    orderBy,
    take: rowsAPage + 1,
  });
  const page = rows.slice(0, rowsAPage);
  const last = rows.length > rowsAPage ? page.at(-1) : undefined;
  return {
    rows: page.map(summaryOf),
    next: last === undefined ? null : `${last.dueAt?.toISOString() ?? "later"}/${last.id}`,
  };
}

type Place = { dueAt: Date | null; id: string };
type Order = { orderBy: Prisma.CaseOrderByWithRelationInput[]; seen: (last: Place) => Prisma.CaseWhereInput };

/** Ids sort by time. */
const byAge: Order = { orderBy: [{ id: "desc" }], seen: ({ id }) => ({ id: { lt: id } }) };

const byClock: Order = {
  orderBy: [{ dueAt: { sort: "asc", nulls: "last" } }, { id: "asc" }],
  seen: ({ dueAt, id }) => {
    const sameTime = { dueAt, id: { gt: id } };
    return dueAt === null ? sameTime : { OR: [{ dueAt: { gt: dueAt } }, sameTime, { dueAt: null }] };
  },
};

function placeOf(cursor: string): Place {
  const [due = "", id = ""] = cursor.split("/");
  return { dueAt: due === "later" ? null : new Date(due), id };
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
