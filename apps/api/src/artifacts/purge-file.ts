import { recordAct } from "@covenant/db";
import type { Actor, PurgeReceipt } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { destroyKey } from "./destroy-key.ts";
import {
  announcePurge,
  beginPurge,
  type FileRef,
  getFile,
  markBytesDeleted,
  markKeyDestroyed,
  type PurgeCause,
} from "./files-store.ts";
import { receiptOf } from "./receipt.ts";
import { signPurge } from "./sign-purge.ts";

export type Purge = FileRef & { cause: PurgeCause; actor?: Actor };
export type PurgeDeps = Pick<Deps, "db" | "keys" | "files" | "log" | "settings" | "originOf">;

const purger: Actor = { kind: "system", part: "purger" };

/**
 * Purges a file for good: the cause is written, the key destroyed, that noted with an act, the bytes deleted, that noted
 * too, and the receipt signed. Whichever step it dies after, {@link purgeDue} or a second call goes on from there, under the first cause. Bytes
 * that the store will not delete now wait for the next sweep; they are noise already.
 *
 * Null: a preservation stands. The file is announced, so nobody reads it, and goes under the same cause once that ends.
 */
export async function purgeFile(
  deps: PurgeDeps,
  { cause, actor = purger, ...file }: Purge,
): Promise<PurgeReceipt | null> {
  const because = await announcePurge(deps.db, file, cause);
  if (!(await beginPurge(deps.db, file))) return null;
  await destroyFileKey(deps, file, { cause: because, actor });
  if (await removeBytes(deps, file)) await signPurge(deps, file);
  const receipt = receiptOf(await getFile(deps.db, file));
  if (receipt === null) throw new Error(`${file.id} was purged and has no receipt`);
  return receipt;
}

/** The key's own database comes first, since only that makes the file unreadable; ours then says so. */
async function destroyFileKey(deps: PurgeDeps, file: FileRef, { cause, actor }: { cause: PurgeCause; actor: Actor }) {
  const destroyedAt = await destroyKey(deps, file.id, { kind: file.kind, cause });
  await deps.db.transaction(async (tx) => {
    if (!(await markKeyDestroyed(tx, file, destroyedAt))) return;
    const { sha256, keyDestroyedAt } = await getFile(tx, file);
    const facts = { cause, sha256, keyDestroyedAt: keyDestroyedAt?.toISOString() ?? null };
    await recordAct(tx, { actor, act: `${file.kind}.purge`, on: file.id, facts });
  });
}

/** Deletes what is left of a file without a key. False: the store could not, and the next sweep tries again. */
export async function removeBytes(
  { db, files, log }: Pick<PurgeDeps, "db" | "files" | "log">,
  file: FileRef,
): Promise<boolean> {
  try {
    await files.remove(file.id);
  } catch (fault) {
    log.warn(
      { fileId: file.id, fault: fault instanceof Error ? fault.name : "unknown" },
      "sealed bytes not deleted yet",
    );
    return false;
  }
  await markBytesDeleted(db, file);
  return true;
}
