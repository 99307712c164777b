import type { GenerationId, MemberActor, UploadId } from "@covenant/domain";
import { type PurgeDeps, purgeFile } from "./purge-file.ts";

/**
 * The file that a generation was made of goes with the last of what was made, when its member deletes that. It stays while
 * another generation is still to be made of it.
 */
export async function purgeSource(deps: PurgeDeps, actor: MemberActor, generationId: GenerationId): Promise<void> {
  const spent = await deps.db.query<{ id: UploadId }>(question, [generationId, actor.memberId]);
  for (const { id } of spent) await purgeFile(deps, { kind: "upload", id, cause: "member-request", actor });
}

const question = `
  SELECT u.id FROM generation g JOIN upload u ON u.id = g.upload_id
  WHERE g.id = $1::text AND g.member_id = $2::text AND u.purge_cause IS NULL
    AND NOT EXISTS (SELECT FROM artifact a WHERE a.generation_id = g.id AND a.purge_cause IS NULL)
    AND NOT EXISTS (SELECT FROM generation o WHERE o.upload_id = u.id AND o.state IN ('queued', 'running'))`;
