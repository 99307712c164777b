import { type ArrivalId, type MemberActor, newId } from "@covenant/domain";
import { discardFile } from "../artifacts/discard-file.ts";
import { ruleOnFile } from "../artifacts/rule-on-file.ts";
import { sealFile } from "../artifacts/seal-file.ts";
import { look } from "../decoding/look.ts";
import type { DrawnImage } from "../decoding/redraw-image.ts";
import type { Deps } from "../deps.ts";
import { recordImprint } from "../imprints/record-imprint.ts";
import { cleanFileName } from "./clean-file-name.ts";
import { insertUpload, type UploadRow } from "./uploads-store.ts";

export type NewUpload = { fileName: string; image: DrawnImage; arrivalId: ArrivalId };

/**
 * Seals an image a member gave us and writes it down with its keep-until. The bytes come first, so a row always has its file;
 * bytes that never get a row are found as strays. Of two that finish the same arrival at once, the later finds the first.
 */
export async function storeUpload(
  deps: Pick<Deps, "db" | "keys" | "files" | "settings" | "clock" | "log">,
  { memberId, storefront }: MemberActor,
  { fileName, image, arrivalId }: NewUpload,
): Promise<UploadRow> {
  const id = newId("upload");
  const seen = await look(image.bytes);
  const { sha256 } = await sealFile(deps, { fileId: id, bytes: image.bytes });
  const at = deps.clock.now();
  const row = await deps.db.transaction(async (tx) => {
    const facts = { subject: "upload", fileId: id, storefront, memberId, at, createdAt: at } as const;
    const keepUntil = await ruleOnFile(tx, { ...facts, firstDownloadConfirmedAt: null });
    const { format, width, height, bytes } = image;
    const about = { format, width, height, bytes: bytes.length, sha256, createdAt: at, keepUntil };
    const row = await insertUpload(tx, {
      id,
      storefront,
      memberId,
      fileName: cleanFileName(fileName),
      arrivalId,
      ...about,
    });
    if (row.id === id && seen !== null)
      await recordImprint(tx, { storefront, memberId, of: { uploadId: id }, imprint: seen.imprint });
    return row;
  });
  if (row.id !== id) await discardFile(deps, id);
  return row;
}
