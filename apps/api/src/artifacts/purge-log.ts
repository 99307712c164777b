import { text } from "node:stream/consumers";
import { after, duration, newId } from "@covenant/domain";
import * as z from "zod";
import type { Deps } from "../deps.ts";
import { announcePurge, type FileRef, purgeCauses } from "./files-store.ts";

type LogDeps = Pick<Deps, "keys" | "files">;
const batch = 200;
/** Names are made by the clocks of several machines, and entries that waited for the store are written late. */
const slack = duration.hours(2);

const entrySchema = z.object({
  fileId: z.string(),
  destroyedAt: z.iso.datetime(),
  kind: z.enum(["artifact", "upload"]).nullable(),
  cause: z.enum(purgeCauses).nullable(),
});
/** That a key was destroyed, when and why. `kind` and `cause` are null for what never got a row. */
export type PurgeEntry = z.infer<typeof entrySchema>;

/**
 * Writes down outside the database, beside the files, that a key was destroyed: what a restored backup does not know. An entry
 * is an object of its own, named by the time, and holds ids alone.
 */
export async function logPurge({ keys, files }: LogDeps, entry: PurgeEntry): Promise<void> {
  await files.write(newId("purge"), [Buffer.from(JSON.stringify(entry))]);
  await keys.markLogged(entry.fileId);
}

/** Writes the entries that the store would not take when their keys were destroyed. Answers how many. */
async function logPurgesLeft(deps: LogDeps & Pick<Deps, "db">): Promise<number> {
  const left = await deps.keys.listUnlogged(batch);
  for (const { fileId, destroyedAt } of left) {
    const [row] = await deps.db.query<Pick<PurgeEntry, "kind" | "cause">>(
      `SELECT 'artifact' AS kind, purge_cause AS cause FROM artifact WHERE id = $1::text
       UNION ALL SELECT 'upload', purge_cause FROM upload WHERE id = $1::text`,
      [fileId],
    );
    const { kind = null, cause = null } = row ?? {};
    await logPurge(deps, { fileId, destroyedAt: destroyedAt.toISOString(), kind, cause });
  }
  return left.length;
}

/** What the sweep does for the log: writes what is left to write, and once an hour reads it, so that a start has little to read. */
export async function keepPurgeLog(deps: LogDeps & Pick<Deps, "db" | "log">): Promise<number> {
  const written = await logPurgesLeft(deps);
  if (Date.now() - (await deps.keys.logReadUntil()).getTime() < duration.hours(1)) return written;
  return written + (await replayPurgeLog(deps));
}

/** The entries that this database may not know of: all since it last read the log, which a backup says of its own day. */
export async function* readPurgeLog({ keys, files }: LogDeps): AsyncGenerator<PurgeEntry> {
  const since = after(await keys.logReadUntil(), -slack);
  for await (const name of files.list("prg_", firstNameAt(since))) {
    const entry = await files.read(name);
    if (entry !== null) yield entrySchema.parse(JSON.parse(await text(entry)));
  }
}

/**
 * Destroys again every key that a restored backup brought back, and says in its row that the file was purged; the sweep does the
 * rest. It runs before the api opens and before a worker works. Answers how many came back.
 */
export async function replayPurgeLog(deps: LogDeps & Pick<Deps, "db" | "log">): Promise<number> {
  const startedAt = new Date();
  let broughtBack = 0;
  for await (const { fileId, kind, cause } of readPurgeLog(deps)) {
    if ((await deps.keys.find(fileId)) === null) continue;
    await deps.keys.destroy(fileId);
    if (kind !== null && cause !== null) await announceIfThere(deps, { kind, id: fileId }, cause);
    broughtBack += 1;
  }
  if (broughtBack > 0)
    deps.log.warn({ broughtBack }, "a restored backup held destroyed keys; they are destroyed again");
  await deps.keys.setLogReadUntil(startedAt);
  return broughtBack;
}

async function announceIfThere({ db }: Pick<Deps, "db">, file: FileRef, cause: NonNullable<PurgeEntry["cause"]>) {
  const rows = await db.query(`SELECT 1 AS there FROM ${file.kind} WHERE id = $1::text`, [file.id]);
  if (rows.length > 0) await announcePurge(db, file, cause);
}

/** Ids begin with the millisecond they were made in (UUIDv7), so names after this one are later. */
function firstNameAt(at: Date): string {
  return `prg_${Math.max(0, at.getTime()).toString(16).padStart(12, "0")}`;
}
