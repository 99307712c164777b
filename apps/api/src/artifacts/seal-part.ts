import { hkdfSync, randomBytes } from "node:crypto";
import type { Deps } from "../deps.ts";
import { decrypt } from "./decrypt.ts";
import { encrypt } from "./encrypt.ts";
import { openSeal } from "./open-file.ts";
import type { FileSeal } from "./sealed-format.ts";

type PartDeps = Pick<Deps, "settings" | "keys" | "files">;

/**
 * Seals one part of a file that comes in parts, under a key of its own that is made of the file's data key and the part's random
 * name. A part written again is another part. Answers its name; throws where the file's key is destroyed.
 */
export async function sealPart(deps: PartDeps, { fileId, bytes }: { fileId: string; bytes: Uint8Array }) {
  const part = randomBytes(16).toString("hex");
  const seal = await openSeal(deps, fileId);
  if (seal === null) throw new Error(`the key of ${fileId} is destroyed`);
  await deps.files.write(storedName(fileId, part), encrypt(sealOfPart(seal, part), [bytes]));
  return part;
}

/** The clear bytes of a file's parts, one after the other. Null when its key is destroyed. */
export async function openParts(deps: PartDeps, fileId: string, parts: readonly string[]) {
  const seal = await openSeal(deps, fileId);
  return seal === null ? null : readParts(deps, seal, parts);
}

async function* readParts({ files }: PartDeps, seal: FileSeal, parts: readonly string[]) {
  for (const part of parts) {
    const sealed = await files.read(storedName(seal.fileId, part));
    if (sealed === null) throw new Error(`a part of ${seal.fileId} is not there`);
    yield* decrypt(sealOfPart(seal, part), sealed);
  }
}

/** Removes whatever was stored of a file's parts, those that never got into a row too. */
export async function removeParts({ files }: Pick<Deps, "files">, fileId: string): Promise<void> {
  for await (const name of files.list(`${fileId}.`)) await files.remove(name);
}

/** Removes a part that came to nothing. */
export function removePart({ files }: Pick<Deps, "files">, fileId: string, part: string): Promise<void> {
  return files.remove(storedName(fileId, part));
}

const storedName = (fileId: string, part: string) => `${fileId}.${part}`;

/** RFC 5869; the part's random name is the salt, so no two parts ever share a key. */
function sealOfPart({ fileId, key }: FileSeal, part: string): FileSeal {
  const derived = hkdfSync("sha256", key, Buffer.from(part, "hex"), "covenant part of a file", 32);
  return { fileId: storedName(fileId, part), key: new Uint8Array(derived) };
}
