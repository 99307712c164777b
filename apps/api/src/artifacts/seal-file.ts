import { createHash, randomBytes } from "node:crypto";
import type { Deps } from "../deps.ts";
import { encrypt } from "./encrypt.ts";
import type { FileSeal } from "./sealed-format.ts";
import { masterKeyOf, wrapKey } from "./wrap-key.ts";

/**
 * Encrypts a file under a data key of its own and stores it. The key's row comes first: bytes without a key are noise,
 * a key without bytes is nothing. An id is sealed once; a second time throws. Answers the digest of the clear bytes.
 */
export async function sealFile(
  { settings, keys, files }: Pick<Deps, "settings" | "keys" | "files">,
  { fileId, bytes }: { fileId: string; bytes: Uint8Array },
): Promise<{ sha256: string }> {
  const { key } = await makeKey({ settings, keys }, fileId);
  await files.write(fileId, encrypt({ fileId, key }, [bytes]));
  return { sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** Makes the data key of a file that is still to be sealed, and stores it wrapped. */
export async function makeKey({ settings, keys }: Pick<Deps, "settings" | "keys">, fileId: string): Promise<FileSeal> {
  const seal = { fileId, key: randomBytes(32) };
  const { wrapped, master } = wrapKey(masterKeyOf(settings), seal);
  await keys.put(fileId, wrapped, master);
  return seal;
}
