import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const version = "v1";
const cipher = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

/**
 * Encrypts a short secret for a column: AES-256-GCM under the master key (32 bytes in base64) with a fresh nonce.
 * `context` names what it is and whose, such as `staff-totp:stf_…`; it opens only under the same words, so that a
 * sealed value copied to another row is worth nothing.
 */
export function seal(masterKey: string, context: string, secret: string): string {
  const iv = randomBytes(ivBytes);
  const encrypt = createCipheriv(cipher, Buffer.from(masterKey, "base64"), iv).setAAD(Buffer.from(context));
  const body = Buffer.concat([encrypt.update(secret, "utf8"), encrypt.final()]);
  return `${version}.${Buffer.concat([iv, body, encrypt.getAuthTag()]).toString("base64url")}`;
}

/** Opens what {@link seal} closed. Throws where key, context or text is not the one it was sealed with. */
export function openSealed(masterKey: string, context: string, sealed: string): string {
  const [found, text = ""] = sealed.split(".");
  if (found !== version) throw new Error(`not sealed in a way this program knows: ${found}`);
  const bytes = Buffer.from(text, "base64url");
  const decrypt = createDecipheriv(cipher, Buffer.from(masterKey, "base64"), bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  });
  decrypt.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-tagBytes));
  return decrypt.update(bytes.subarray(ivBytes, -tagBytes), undefined, "utf8") + decrypt.final("utf8");
}

/** Opens what was sealed under one of these master keys. Throws what {@link openSealed} throws of the last. */
export function openSealedByAny(masterKeys: readonly string[], context: string, sealed: string): string {
  const [first = "", ...others] = masterKeys;
  try {
    return openSealed(first, context, sealed);
  } catch (error) {
    if (others.length === 0) throw error;
    return openSealedByAny(others, context, sealed);
  }
}
