import type { Deps } from "../deps.ts";
import type { FileRef } from "./files-store.ts";

export type Overdue = FileRef & { keepUntil: Date | null };

const batch = 500;

/** What a preservation of a file may stand on. */
const owners = { artifact: "id, generation_id, member_id", upload: "id, member_id" } as const;

/**
 * Every file that should be gone and still has its key: its time is over by the database's clock, or our own row says
 * that it was purged. What is preserved should not be gone. The key is asked for itself, so a row restored from a backup, or wrong, is found out.
 */
export async function* findOverdue({ db, keys }: Pick<Deps, "db" | "keys">): AsyncGenerator<Overdue> {
  for (const kind of ["artifact", "upload"] as const) {
    for (let after = ""; ; ) {
      const rows = await db.query<{ id: string; keepUntil: Date | null }>(
        `SELECT id, keep_until AS "keepUntil" FROM ${kind}
          WHERE id > $1 AND (keep_until <= now() OR purge_cause IS NOT NULL OR key_destroyed_at IS NOT NULL)
            AND (purge_begun_at IS NOT NULL OR key_destroyed_at IS NOT NULL OR NOT is_preserved(${owners[kind]}))
          ORDER BY id LIMIT $2`,
        [after, batch],
      );
      const found = await Promise.all(rows.map((row) => keys.find(row.id)));
      for (const [index, row] of rows.entries()) if (found[index] !== null) yield { kind, ...row };
      const last = rows.at(-1);
      if (last === undefined || rows.length < batch) break;
      after = last.id;
    }
  }
}
