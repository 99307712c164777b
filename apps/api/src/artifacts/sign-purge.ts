import { purgeReceipt, type StorefrontId } from "@covenant/domain";
import { ruleOnRetention } from "@covenant/policy";
import type { Deps } from "../deps.ts";
import { type Deletion, signDeletion } from "../receipts/deletion-receipt.ts";
import { type FileRef, findFile, listUnsigned, type PurgedFile, setReceipt } from "./files-store.ts";
import { receiptIdOf } from "./receipt.ts";

type SignDeps = Pick<Deps, "db" | "settings" | "originOf">;
const batch = 200;

/** Signs what a purge did, once key and bytes are gone, and stores it with the tombstone. Done before, or the row erased since: nothing. */
export async function signPurge(deps: SignDeps, file: FileRef): Promise<void> {
  const row = await findFile(deps.db, file);
  if (row === null || row.receipt !== null) return;
  const gone = goneOf(file, row);
  if (gone !== null) await setReceipt(deps.db, file, signDeletion(deps.settings, deletionOf(deps, gone, row)));
}

/** Signs what was left unsigned: by a process that died between, or by an installation that did not sign yet. One batch a sweep. */
export async function signPurgesLeft(deps: SignDeps): Promise<number> {
  const left = await listUnsigned(deps.db, batch);
  for (const file of left) await signPurge(deps, file);
  return left.length;
}

/** What our row holds of what a receipt states. */
type Gone = Pick<Deletion, "file" | "kind" | "sha256" | "key_destroyed_at" | "bytes_deleted_at" | "cause">;

/** How a file went, by our row; null while it has not wholly gone. */
export function goneOf({ kind, id }: FileRef, row: PurgedFile): Gone | null {
  const { keyDestroyedAt, bytesDeletedAt, sha256 } = row;
  if (keyDestroyedAt === null || bytesDeletedAt === null) return null;
  return {
    file: id,
    kind,
    sha256,
    key_destroyed_at: keyDestroyedAt.toISOString(),
    bytes_deleted_at: bytesDeletedAt.toISOString(),
    cause: purgeReceipt.shape.cause.parse(row.purgeCause),
  };
}

function deletionOf({ originOf }: SignDeps, gone: Gone, row: PurgedFile): Deletion {
  const storefront = row.storefront as StorefrontId;
  // By the terms of the day it was made, as its keep-until was.
  const { createdAt } = row;
  const facts = { createdAt, firstDownloadConfirmedAt: null, preservedAt: null };
  const { clauses, termsVersion } = ruleOnRetention({ storefront, at: createdAt, subject: gone.kind, ...facts });
  return {
    iss: originOf(storefront),
    jti: receiptIdOf(gone.file),
    ...gone,
    terms: termsVersion,
    clauses: clauses.map(({ id }) => id),
  };
}
