import type { Deps } from "../deps.ts";
import type { FileRef } from "./files-store.ts";
import { readPurgeLog } from "./purge-log.ts";

type Kind = FileRef["kind"] | "arrival";
/** `log`: our own log says that it was purged, and a restored backup brought its key back. */
export type Overdue = { kind: Kind | "log"; id: string; keepUntil: Date | null };

const batch = 500;

const isOver = {
  file: (owners: string) =>
    `(keep_until <= now() OR purge_cause IS NOT NULL OR key_destroyed_at IS NOT NULL)
      AND (purge_begun_at IS NOT NULL OR key_destroyed_at IS NOT NULL OR NOT is_preserved(${owners}))`,
  arrival:
    "(keep_until <= now() OR ended_at IS NOT NULL) AND (ended_at IS NOT NULL OR NOT is_preserved(id, member_id))",
};

/** What of each table should be gone, with what a preservation of it may stand on. */
const gone = {
  artifact: isOver.file("id, generation_id, member_id"),
  upload: isOver.file("id, member_id"),
  arrival: isOver.arrival,
} as const satisfies Record<Kind, string>;
const kinds = ["artifact", "upload", "arrival"] as const;

/**
 * Every file that should be gone and still has its key: its time is over by the database's clock, or our own row says
 * that it was purged. What is preserved should not be gone. The key is asked for itself, so a row restored from a backup, or wrong, is found out.
 */
export async function* findOverdue(deps: Pick<Deps, "db" | "keys" | "files">): AsyncGenerator<Overdue> {
  const { db, keys } = deps;
  for await (const { fileId } of readPurgeLog(deps))
    if ((await keys.find(fileId)) !== null) yield { kind: "log", id: fileId, keepUntil: null };
  for (const kind of kinds) {
    for (let after = ""; ; ) {
      const rows = await db.query<{ id: string; keepUntil: Date | null }>(
        `SELECT id, keep_until AS "keepUntil" FROM ${kind}
          WHERE id > $1 AND ${gone[kind]}
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
