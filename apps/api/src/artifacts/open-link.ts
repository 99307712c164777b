import { type ArtifactFormat, type ArtifactId, artifactFormats, contentTypes } from "@covenant/domain";
import * as z from "zod";
import type { Deps } from "../deps.ts";
import { type ArtifactRow, findReadableArtifact } from "./artifacts-store.ts";
import { openFile, openRange } from "./open-file.ts";
import type { ClearRange } from "./sealed-format.ts";
import { type Disposition, readLink } from "./sign-link.ts";

export type LinkedFile = {
  kind: "file";
  artifactId: ArtifactId;
  bytes: number;
  sha256: string;
  disposition: Disposition;
  contentType: string;
  /** Made of ids alone; nothing a person typed is in it. */
  fileName: string;
  /** Starts reading, all or a part. Null when the key or the bytes went meanwhile. */
  open(range: ClearRange | null): Promise<AsyncIterable<Uint8Array> | null>;
};

/** What a link opens: a file, nothing for whoever holds it (`refused`), or nothing any more (`gone`). */
export async function openLink(
  deps: Pick<Deps, "db" | "keys" | "files" | "settings" | "clock">,
  token: string,
): Promise<LinkedFile | { kind: "refused" } | { kind: "gone" }> {
  const link = readLink(deps.settings, token, deps.clock.now());
  if (link === null) return { kind: "refused" };
  const row = await findReadableArtifact(deps.db, link.artifactId);
  if (row === null) return { kind: "gone" };
  const format = z.enum(artifactFormats).parse(row.format);
  return {
    kind: "file",
    artifactId: link.artifactId,
    bytes: row.bytes,
    sha256: row.sha256,
    disposition: link.disposition,
    contentType: contentTypes[format],
    fileName: fileNameOf(row, format),
    open: (range) =>
      range === null ? openFile(deps, row.id) : openRange(deps, { fileId: row.id, range, length: row.bytes }),
  };
}

const extensions = {
  png: "png",
  jpeg: "jpg",
  webp: "webp",
  glb: "glb",
  stl: "stl",
  obj: "obj",
  mp4: "mp4",
  mp3: "mp3",
  wav: "wav",
} as const satisfies Record<ArtifactFormat, string>;

/** `image-ai-run-1f3c9a2b.png`: where it came from and the end of its id. */
function fileNameOf({ storefront, id }: ArtifactRow, format: ArtifactFormat): string {
  return `${storefront}-${id.slice(-8)}.${extensions[format]}`;
}
