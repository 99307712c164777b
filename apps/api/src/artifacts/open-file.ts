import type { Deps } from "../deps.ts";
import { decrypt } from "./decrypt.ts";
import { masterKeyOf, unwrapKey } from "./wrap-key.ts";

/**
 * Opens a sealed file as a stream of clear bytes. Null when its key is destroyed, whatever copies of its bytes remain,
 * or when the bytes are not there. The stream throws {@link DamagedFile} where they were changed.
 */
export async function openFile(
  { settings, keys, files }: Pick<Deps, "settings" | "keys" | "files">,
  fileId: string,
): Promise<AsyncIterable<Uint8Array> | null> {
  const wrapped = await keys.find(fileId);
  if (wrapped === null) return null;
  const seal = unwrapKey(masterKeyOf(settings), fileId, wrapped);
  const sealed = await files.read(fileId);
  return sealed === null ? null : decrypt(seal, sealed);
}
