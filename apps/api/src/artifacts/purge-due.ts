import { recordAct } from "@covenant/db";
import { Refusal } from "@covenant/domain";
import { type FileRef, listBytesLeft, listFilesDue } from "./files-store.ts";
import { type PurgeDeps, purgeFile, removeBytes } from "./purge-file.ts";
import { signPurgesLeft } from "./sign-purge.ts";

const batch = 200;

/**
 * Keeps every promise of deletion whose time has come, by the database's clock: keys and bytes of files, prompts, and
 * whole history entries. It may run at any time, in several processes at once, and be killed anywhere. Answers how many
 * things went.
 */
export async function purgeDue(deps: PurgeDeps): Promise<number> {
  const files = await inBatches(() => purgeFilesDue(deps));
  const bytesLeft = await removeBytesLeft(deps);
  const prompts = await inBatches(() => clearPromptsDue(deps));
  const entries = await inBatches(() => eraseEntriesDue(deps));
  const receipts = await signPurgesLeft(deps);
  return files + bytesLeft + prompts + entries + receipts;
}

async function inBatches(run: () => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const done = await run();
    total += done;
    if (done < batch) return total;
  }
}

async function purgeFilesDue(deps: PurgeDeps): Promise<number> {
  const due = await listFilesDue(deps.db, batch);
  for (const file of due) await purgeUnlessErased(deps, file);
  return due.length;
}

/** Another process' sweep may have purged the file, and erased the entry it was part of, since this one listed it. */
async function purgeUnlessErased(deps: PurgeDeps, file: FileRef): Promise<void> {
  try {
    await purgeFile(deps, { ...file, cause: "window-ended" });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "thing/not-found") throw error;
  }
}

/** One batch a sweep: while the store is down nothing is won by asking it for more. */
async function removeBytesLeft(deps: PurgeDeps): Promise<number> {
  let removed = 0;
  for (const file of await listBytesLeft(deps.db, batch)) if (await removeBytes(deps, file)) removed += 1;
  return removed;
}

async function clearPromptsDue({ db }: PurgeDeps): Promise<number> {
  const [answer] = await db.query<{ cleared: number }>("SELECT clear_prompts_due($1::integer) AS cleared", [batch]);
  return answer?.cleared ?? 0;
}

/** Entries whose files are all gone; one whose bytes still wait for the store stays until the sweep that deletes them. */
async function eraseEntriesDue({ db }: PurgeDeps): Promise<number> {
  const due = await db.query<{ id: string }>(
    `SELECT g.id FROM generation g WHERE g.keep_until <= now() AND NOT is_preserved(g.id, g.member_id) AND NOT EXISTS (
       SELECT 1 FROM artifact a WHERE a.generation_id = g.id AND a.bytes_deleted_at IS NULL) LIMIT $1`,
    [batch],
  );
  let erased = 0;
  for (const { id } of due) if (await eraseEntry(db, id)) erased += 1;
  return erased;
}

/** Credits, rulings, strikes and cases stay, and name the entry by its id only. */
async function eraseEntry(db: PurgeDeps["db"], generationId: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [answer] = await tx.query<{ erased: boolean }>("SELECT erase_history_entry($1::text) AS erased", [
      generationId,
    ]);
    if (answer?.erased !== true) return false;
    await recordAct(tx, { actor: { kind: "system", part: "purger" }, act: "history-entry.erase", on: generationId });
    return true;
  });
}
