import { buffer } from "node:stream/consumers";
import type { Deps } from "../deps.ts";
import { decrypt, decryptRange } from "./decrypt.ts";
import { type ClearRange, chunksOf, type FileSeal, headerBytes } from "./sealed-format.ts";
import { masterKeysOf, unwrapKey } from "./wrap-key.ts";

type OpenDeps = Pick<Deps, "settings" | "keys" | "files">;

/**
 * Opens a sealed file as a stream of clear bytes. Null when its key is destroyed, whatever copies of its bytes remain,
 * or when the bytes are not there. The stream throws {@link DamagedFile} where they were changed.
 */
export async function openFile(deps: OpenDeps, fileId: string): Promise<AsyncIterable<Uint8Array> | null> {
  const seal = await openSeal(deps, fileId);
  const sealed = seal === null ? null : await deps.files.read(fileId);
  return seal === null || sealed === null ? null : decrypt(seal, sealed);
}

/** A part of a sealed file of which the clear length is known; no more of it is read than the chunks that part lies in. */
export async function openRange(
  deps: OpenDeps,
  { fileId, range, length }: { fileId: string; range: ClearRange; length: number },
): Promise<AsyncIterable<Uint8Array> | null> {
  const seal = await openSeal(deps, fileId);
  if (seal === null) return null;
  const front = await deps.files.read(fileId, { from: 0, to: headerBytes - 1 });
  const chunks = front === null ? null : await deps.files.read(fileId, chunksOf(range).sealed);
  if (front === null || chunks === null) return null;
  return decryptRange(seal, { range, length, header: await buffer(front), chunks });
}

/** A file's data key; null when it is destroyed. */
export async function openSeal({ settings, keys }: Omit<OpenDeps, "files">, fileId: string): Promise<FileSeal | null> {
  const wrapped = await keys.find(fileId);
  return wrapped === null ? null : unwrapKey(masterKeysOf(settings), fileId, wrapped);
}
