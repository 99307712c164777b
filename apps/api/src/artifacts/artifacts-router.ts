import { artifactPurgeRequest, artifactView } from "@covenant/domain";
import { memberProcedure, memberRouter } from "../trpc/procedures.ts";
import { purgeOwnArtifact } from "./purge-own-artifact.ts";

/** What a member does with the files a generation made. */
export const artifactsRouter = memberRouter({
  purge: memberProcedure("write")
    .input(artifactPurgeRequest)
    .output(artifactView)
    .mutation(({ ctx, input }) => purgeOwnArtifact(ctx.deps, ctx.actor, input)),
});
