import { type MemberId, type MemberSummary, type Page, Refusal, type StorefrontId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { countStrikes } from "../standing/read-record.ts";

const rowsAPage = 50;

export type MemberQuestion = {
  search?: string | undefined;
  storefront?: StorefrontId | undefined;
  cursor?: MemberId | undefined;
};

/** Members of every storefront, newest first, by the beginning of an email. */
export async function listMembers(
  { db }: Pick<Deps, "db">,
  { search, storefront, cursor }: MemberQuestion,
): Promise<Page<MemberSummary>> {
  const rows = await db.rows.member.findMany({
    where: {
      ...(search === undefined ? {} : { email: { startsWith: search.toLowerCase() } }),
      ...(storefront === undefined ? {} : { storefront }),
      ...(cursor === undefined ? {} : { id: { lt: cursor } }),
    },
    orderBy: { id: "desc" },
    take: rowsAPage + 1,
  });
  const page = rows.slice(0, rowsAPage);
  const strikes = await countStrikes(
    db,
    page.map((row) => row.id),
  );
  return {
    rows: page.map((row) => summaryOf(row, strikes.get(row.id) ?? 0)),
    next: rows.length > rowsAPage ? (page.at(-1)?.id ?? null) : null,
  };
}

/** @throws Refusal "thing/not-found". */
export async function getMemberSummary({ db }: Pick<Deps, "db">, id: MemberId): Promise<MemberSummary> {
  const row = await db.rows.member.findUnique({ where: { id } });
  if (row === null) throw new Refusal("thing/not-found", { thing: "member" });
  return summaryOf(row, (await countStrikes(db, [id])).get(id) ?? 0);
}

function summaryOf(
  row: { id: string; storefront: string; email: string; createdAt: Date },
  countingStrikes: number,
): MemberSummary {
  return {
    id: row.id as MemberId,
    storefront: row.storefront as StorefrontId,
    email: row.email,
    createdAt: row.createdAt.toISOString(),
    countingStrikes,
  };
}
