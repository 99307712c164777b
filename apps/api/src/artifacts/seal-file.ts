import { createHash, randomBytes } from "node:crypto";
import type { Deps } from "../deps.ts";
import { encrypt } from "./encrypt.ts";
import { masterKeyOf, wrapKey } from "./wrap-key.ts";

/**
 * Encrypts a file under a data key of its own and stores it. The key's row comes first: bytes without a key are noise,
 * a key without bytes is nothing. An id is sealed once; a second time throws. Answers the digest of the clear bytes.
 */
export async function sealFile(
  { settings, keys, files }: Pick<Deps, "settings" | "keys" | "files">,
  { fileId, bytes }: { fileId: string; bytes: Uint8Array },
): Promise<{ sha256: string }> {
  const key = randomBytes(32);
  const { wrapped, master } = wrapKey(masterKeyOf(settings), { fileId, key });
  await keys.put(fileId, wrapped, master);
  await files.write(fileId, encrypt({ fileId, key }, once(bytes)));
  return { sha256: createHash("sha256").update(bytes).digest("hex") };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
