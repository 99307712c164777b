import { artifactFormats, contentTypes, type MemberId, type UploadId } from "@covenant/domain";
import * as z from "zod";
import { openFile } from "../artifacts/open-file.ts";
import type { Deps } from "../deps.ts";
import { findReadableUpload } from "./uploads-store.ts";

/** An upload's clear bytes, for a generation of the member who gave it. Null when it is gone, or not theirs. */
export async function readUpload(
  deps: Pick<Deps, "db" | "keys" | "files" | "settings">,
  memberId: MemberId,
  uploadId: UploadId,
): Promise<{ bytes: Uint8Array; contentType: string } | null> {
  const row = await findReadableUpload(deps.db, memberId, uploadId);
  const clear = row === null ? null : await openFile(deps, row.id);
  if (row === null || clear === null) return null;
  const pieces: Uint8Array[] = [];
  for await (const piece of clear) pieces.push(piece);
  return { bytes: Buffer.concat(pieces), contentType: contentTypes[z.enum(artifactFormats).parse(row.format)] };
}
