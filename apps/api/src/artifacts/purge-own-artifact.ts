import type { ArtifactPurgeRequest, ArtifactView, GenerationId, MemberActor } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { getOwnArtifact } from "./artifacts-store.ts";
import { type PurgeDeps, purgeFile } from "./purge-file.ts";
import { purgeSource } from "./purge-source.ts";
import { viewArtifact } from "./view-artifact.ts";

/**
 * Purges a member's own file now, whatever time it had left; with the last of a generation goes what it was made of. Asked twice, it answers the same receipt. A preserved file is
 * gone for its member all the same, and has no receipt yet.
 */
export async function purgeOwnArtifact(
  deps: PurgeDeps & Pick<Deps, "clock">,
  actor: MemberActor,
  { artifactId }: ArtifactPurgeRequest,
): Promise<ArtifactView> {
  const { generationId } = await getOwnArtifact(deps.db, actor.memberId, artifactId);
  await purgeFile(deps, { kind: "artifact", id: artifactId, cause: "member-request", actor });
  await purgeSource(deps, actor, generationId as GenerationId);
  return viewArtifact(deps, await getOwnArtifact(deps.db, actor.memberId, artifactId));
}
