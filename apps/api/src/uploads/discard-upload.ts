import type { MemberActor, PurgeReceipt, UploadDiscardRequest } from "@covenant/domain";
import { type PurgeDeps, purgeFile } from "../artifacts/purge-file.ts";
import { getOwnUpload } from "./uploads-store.ts";

/**
 * Purges a member's own upload now. Asked twice, it answers the same receipt. A preserved one is gone for its member all the
 * same, and has no receipt yet.
 */
export async function discardUpload(
  deps: PurgeDeps,
  actor: MemberActor,
  { uploadId }: UploadDiscardRequest,
): Promise<PurgeReceipt | null> {
  await getOwnUpload(deps.db, actor.memberId, uploadId);
  return purgeFile(deps, { kind: "upload", id: uploadId, cause: "member-request", actor });
}
