import type { Tx } from "@covenant/db";
import type { ArtifactId, GenerationId, MemberId, StorefrontId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { tellWatchers } from "../live/tell-watchers.ts";
import { type ArtifactRow, markDownloaded, setKeepUntil } from "./artifacts-store.ts";
import { ruleOnFile } from "./rule-on-file.ts";

/** Notes that the member has the whole file, once, and rules again how long it is kept, which an open page shows at once. */
export async function confirmDownload({ db, clock }: Pick<Deps, "db" | "clock">, id: ArtifactId): Promise<void> {
  const at = clock.now();
  await db.transaction(async (tx) => {
    const row = await markDownloaded(tx, id, at);
    if (row === null) return;
    await setKeepUntil(tx, id, await ruleOnFile(tx, factsOf(row, at)));
    await ruleOnSource(tx, row, at);
    await tellWatchers(tx, row.generationId);
  });
}

/** What it was made of was here for the same delivery, so the same download begins its end. */
async function ruleOnSource(tx: Tx, { generationId }: ArtifactRow, at: Date): Promise<void> {
  const { uploadId } = await tx.rows.generation.findUniqueOrThrow({ where: { id: generationId } });
  const upload = uploadId === null ? null : await tx.rows.upload.findUnique({ where: { id: uploadId } });
  if (upload === null || upload.purgeCause !== null || upload.keepUntil === null) return;
  const { id, createdAt } = upload;
  const keepUntil = await ruleOnFile(tx, {
    subject: "upload",
    fileId: id,
    storefront: upload.storefront as StorefrontId,
    memberId: upload.memberId as MemberId,
    generationId: generationId as GenerationId,
    at: createdAt,
    createdAt,
    firstDownloadConfirmedAt: at,
  });
  if (keepUntil !== null && keepUntil < upload.keepUntil)
    await tx.rows.upload.update({ where: { id }, data: { keepUntil } });
}

function factsOf(row: ArtifactRow, at: Date) {
  return {
    subject: "artifact" as const,
    fileId: row.id,
    storefront: row.storefront as StorefrontId,
    memberId: row.memberId as MemberId,
    generationId: row.generationId as GenerationId,
    // Judged by the terms of the day the file was made, under which the member was told how long it stays.
    at: row.createdAt,
    createdAt: row.createdAt,
    firstDownloadConfirmedAt: at,
  };
}
