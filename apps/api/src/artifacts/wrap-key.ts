import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { cipherName, type FileSeal, tagBytes } from "./sealed-format.ts";

const nonceBytes = 12;

/** The key that wraps every data key, with the name under which wrapped keys remember it. */
export type MasterKey = { name: string; key: Uint8Array };

/** A data key as it is stored: useless without the master key that `master` names. */
export type WrappedKey = { wrapped: Uint8Array; master: string };

/** Reads a master key from its setting (32 bytes in base64). Its name is the first 8 hex digits of its SHA-256. */
export function masterKeyOf({ MASTER_KEY }: { MASTER_KEY: string }): MasterKey {
  return readKey(MASTER_KEY);
}

/** The master key in use, then those before it, which open what `keys:rotate` has not wrapped anew yet. */
export function masterKeysOf(settings: {
  MASTER_KEY: string;
  MASTER_KEYS_BEFORE: readonly string[];
}): readonly MasterKey[] {
  return [masterKeyOf(settings), ...settings.MASTER_KEYS_BEFORE.map(readKey)];
}

function readKey(text: string): MasterKey {
  const key = Buffer.from(text, "base64");
  return { name: createHash("sha256").update(key).digest("hex").slice(0, 8), key };
}

/** Wraps a data key with AES-256-GCM: nonce, sealed key, tag. It unwraps for its own file only. */
export function wrapKey(master: MasterKey, { fileId, key }: FileSeal): WrappedKey {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(cipherName, master.key, nonce);
  cipher.setAAD(Buffer.from(fileId, "utf8"));
  const sealed = cipher.update(key);
  cipher.final();
  return { wrapped: Buffer.concat([nonce, sealed, cipher.getAuthTag()]), master: master.name };
}

/** Unwraps a file's data key. Throws when none of these wrapped it, when it is another file's, or when it was changed. */
export function unwrapKey(
  masters: readonly MasterKey[],
  fileId: string,
  { wrapped, master: wrappedBy }: WrappedKey,
): FileSeal {
  const master = masters.find(({ name }) => name === wrappedBy);
  if (master === undefined) throw new Error(`the key of ${fileId} is wrapped by master key ${wrappedBy}`);
  const decipher = createDecipheriv(cipherName, master.key, wrapped.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(fileId, "utf8"));
  decipher.setAuthTag(wrapped.subarray(-tagBytes));
  const key = Buffer.concat([decipher.update(wrapped.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  return { fileId, key };
}
