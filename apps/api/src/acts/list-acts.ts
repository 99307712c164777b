import type { ActId, ActView, Page } from "@covenant/domain";
import type { Deps } from "../deps.ts";

const rowsAPage = 50;

export type ActQuestion = { on?: string | undefined; cursor?: ActId | undefined };

/** Who did what, newest first; of one thing, or of everything. */
export async function listActs({ db }: Pick<Deps, "db">, { on, cursor }: ActQuestion): Promise<Page<ActView>> {
  const rows = await db.rows.act.findMany({
    where: { ...(on === undefined ? {} : { subject: on }), ...(cursor === undefined ? {} : { id: { lt: cursor } }) },
    orderBy: { id: "desc" },
    take: rowsAPage + 1,
  });
  const page = rows.slice(0, rowsAPage).map((row) => ({
    id: row.id as ActId,
    actor: row.actor,
    act: row.act,
    on: row.subject,
    note: row.note,
    at: row.at.toISOString(),
  }));
  return { rows: page, next: rows.length > rowsAPage ? (page.at(-1)?.id ?? null) : null };
}
