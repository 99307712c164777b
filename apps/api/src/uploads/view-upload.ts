import { type UploadView, uploadView } from "@covenant/domain";
import type { UploadRow } from "./uploads-store.ts";

/** An upload as the form sees it. */
export function viewUpload(row: UploadRow): UploadView {
  return uploadView.parse({
    id: row.id,
    fileName: row.fileName,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    keepUntil: row.keepUntil?.toISOString() ?? null,
  });
}
