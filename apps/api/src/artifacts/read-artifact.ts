import { type ArtifactId, Refusal } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { findReadableArtifact } from "./artifacts-store.ts";
import { openFile } from "./open-file.ts";

/**
 * An artifact's clear bytes, whole, for an answer that carries them itself.
 * @throws Refusal "artifact/gone" once its time is over.
 */
export async function readArtifact(
  deps: Pick<Deps, "db" | "keys" | "files" | "settings">,
  id: ArtifactId,
): Promise<Buffer> {
  const row = await findReadableArtifact(deps.db, id);
  const clear = row === null ? null : await openFile(deps, row.id);
  if (clear === null) throw new Refusal("artifact/gone");
  const pieces: Uint8Array[] = [];
  for await (const piece of clear) pieces.push(piece);
  return Buffer.concat(pieces);
}
