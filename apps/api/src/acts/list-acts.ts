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
  const shown = rows.slice(0, rowsAPage);
  const names = await namesOf(db, shown);
  const page = shown.map((row) => ({
    id: row.id as ActId,
    actor: row.actor,
    actorName: names.get(row.actor) ?? null,
    act: row.act,
    on: row.subject,
    note: row.note,
    at: row.at.toISOString(),
  }));
  return { rows: page, next: rows.length > rowsAPage ? (page.at(-1)?.id ?? null) : null };
}

/** What the actors of some acts are called. */
async function namesOf(db: Deps["db"], acts: readonly { actor: string }[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(acts.map(({ actor }) => actor))];
  const rows = await db.query<{ id: string; name: string }>(
    `SELECT id, name FROM staff WHERE id = ANY($1::text[])
     UNION ALL SELECT id, email FROM member WHERE id = ANY($1::text[])`,
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
