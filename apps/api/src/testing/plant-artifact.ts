import { type ArtifactId, type GenerationId, type MemberId, newId, type StorefrontId } from "@covenant/domain";
import { recordArtifact } from "../artifacts/record-artifact.ts";
import { sealFile } from "../artifacts/seal-file.ts";
import type { TestDeps } from "./test-deps.ts";

export type Planted = { memberId: MemberId; generationId: GenerationId; artifactId: ArtifactId };

type Wanted = {
  storefront?: StorefrontId;
  bytes?: Uint8Array;
  keepUntil?: Date | null;
  entryKeepUntil?: Date | null;
  promptKeepUntil?: Date | null;
};

/** A delivered generation of a new member with one sealed file, written as the commands write them. */
export async function plantArtifact(deps: TestDeps, wanted: Wanted = {}): Promise<Planted> {
  const { storefront = "image-ai-run", bytes = Buffer.from("the clear bytes of a picture") } = wanted;
  const planted = { memberId: newId("member"), generationId: newId("generation"), artifactId: newId("artifact") };
  const { memberId, generationId, artifactId } = planted;
  const { sha256 } = await sealFile(deps, { fileId: artifactId, bytes });
  await deps.db.transaction(async (tx) => {
    await tx.rows.generation.create({
      data: {
        id: generationId,
        storefront,
        memberId,
        requestId: newId("request"),
        quoteId: newId("quote"),
        modelId: "z-image",
        modelName: "Z-Image",
        prompt: "a lighthouse",
        credits: 4,
        state: "delivered",
        expectedSeconds: 5,
        createdAt: deps.clock.now(),
        startBy: deps.clock.now(),
        finishBy: deps.clock.now(),
        keepUntil: wanted.entryKeepUntil ?? null,
        promptKeepUntil: wanted.promptKeepUntil ?? null,
        events: { create: { sequence: 1, state: "delivered", stage: "Delivered", at: deps.clock.now() } },
        attempts: {
          create: {
            id: newId("attempt"),
            createdAt: deps.clock.now(),
            number: 1,
            routeId: "z-image@fal",
            provider: "fal",
            upstreamModel: "fal-ai/z-image",
            considered: [],
            state: "finished",
          },
        },
      },
    });
    await recordArtifact(tx, {
      id: artifactId,
      generationId,
      storefront,
      memberId,
      role: "output",
      format: "png",
      bytes: bytes.length,
      width: 1,
      height: 1,
      sha256,
      keepUntil: wanted.keepUntil ?? null,
    });
  });
  return planted;
}
