import { findOverdue } from "../artifacts/find-overdue.ts";
import type { Deps } from "../deps.ts";
import { type PromiseName, promises } from "./promises.ts";

type FileKind = "artifact" | "upload" | "arrival" | "log";
/** Something that should be gone and is here. `since`: when its time was over; null where no row says so. */
export type Broken = { kind: FileKind | PromiseName; id: string; since: Date | null };

const batch = 500;
const names = Object.keys(promises) as PromiseName[];

/** Everything whose promised time is over and that can still be read: files first, then records, each kind by its name. */
export async function* findBroken(deps: Pick<Deps, "db" | "keys" | "files">): AsyncGenerator<Broken> {
  for await (const { kind, id, keepUntil } of findOverdue(deps)) yield { kind, id, since: keepUntil };
  for (const kind of names) yield* findRows(deps, kind);
}

async function* findRows({ db }: Pick<Deps, "db">, kind: PromiseName): AsyncGenerator<Broken> {
  for (let after = ""; ; ) {
    const rows = await db.query<{ id: string; since: Date | null }>(
      `SELECT id, since FROM (${promises[kind].broken}) AS broken WHERE id > $1 ORDER BY id LIMIT $2`,
      [after, batch],
    );
    for (const row of rows) yield { kind, ...row };
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return;
    after = last.id;
  }
}
