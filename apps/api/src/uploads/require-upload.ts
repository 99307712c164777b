import type { Database } from "@covenant/db";
import { type MemberId, Refusal, type UploadId } from "@covenant/domain";
import { findReadableUpload } from "./uploads-store.ts";

/**
 * Holds a request to an upload of this member that may still be read.
 * @throws Refusal "thing/not-found".
 */
export async function requireUpload(
  db: Pick<Database, "query" | "rows">,
  memberId: MemberId,
  id: UploadId,
): Promise<void> {
  if ((await findReadableUpload(db, memberId, id)) === null) throw new Refusal("thing/not-found", { thing: "upload" });
}
