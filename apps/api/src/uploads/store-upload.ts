import { createHash } from "node:crypto";
import { type MemberActor, newId, type UploadView, uploadView } from "@covenant/domain";
import { ruleOnFile } from "../artifacts/rule-on-file.ts";
import { sealFile } from "../artifacts/seal-file.ts";
import type { Deps } from "../deps.ts";
import { prepareImage } from "./prepare-image.ts";
import { insertUpload, type UploadRow } from "./uploads-store.ts";

export type NewUpload = { fileName: string; bytes: Uint8Array };

/**
 * Takes a file a member gives us: drawn anew, written down with its keep-until, then sealed. The row comes before the
 * bytes, so that whatever happens between them, the sweep knows of every file there is. Throws as {@link prepareImage}.
 */
export async function storeUpload(
  deps: Pick<Deps, "db" | "keys" | "files" | "settings" | "clock">,
  { memberId, storefront }: MemberActor,
  { fileName, bytes }: NewUpload,
): Promise<UploadView> {
  const image = await prepareImage(bytes);
  const id = newId("upload");
  const at = deps.clock.now();
  const row = await deps.db.transaction(async (tx) => {
    const facts = { subject: "upload", fileId: id, storefront, memberId, at, createdAt: at } as const;
    const keepUntil = await ruleOnFile(tx, { ...facts, firstDownloadConfirmedAt: null });
    return insertUpload(tx, {
      id,
      storefront,
      memberId,
      fileName: cleanFileName(fileName),
      format: image.format,
      bytes: image.bytes.length,
      width: image.width,
      height: image.height,
      sha256: createHash("sha256").update(image.bytes).digest("hex"),
      createdAt: at,
      keepUntil,
    });
  });
  await sealFile(deps, { fileId: id, bytes: image.bytes });
  return viewUpload(row);
}

/** The name as the person knows it: shown back to them, never used as a path. Nothing invisible, nothing that turns text. */
export function cleanFileName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const visible = last.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "").trim();
  return [...visible].slice(0, 120).join("") || "upload";
}

function viewUpload(row: UploadRow): UploadView {
  return uploadView.parse({
    id: row.id,
    fileName: row.fileName,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    keepUntil: row.keepUntil?.toISOString() ?? null,
  });
}
