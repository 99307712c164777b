import type { SqlRunner } from "@covenant/db";
import type { UploadId } from "@covenant/domain";
import { type Barred, findBarred } from "./find-barred.ts";
import { findImprintOfUpload } from "./imprints-store.ts";

/** As {@link findBarred}, of a file that a member gave earlier. */
export async function findBarredUpload(db: SqlRunner, uploadId: UploadId): Promise<Barred | null> {
  const imprint = await findImprintOfUpload(db, uploadId);
  return imprint && findBarred(db, imprint);
}
