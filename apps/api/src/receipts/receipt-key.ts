import { createHash, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import type { Settings } from "../env.ts";

/** A public key as RFC 8037 writes it, named by its own RFC 7638 thumbprint. */
export type ReceiptJwk = { kty: "OKP"; crv: "Ed25519"; x: string; kid: string; alg: "EdDSA"; use: "sig" };

/** RFC 8410: what stands before the 32 bytes of an Ed25519 key. */
const privateFront = Buffer.from("302e020100300506032b657004220420", "hex");

/** The key that signs receipts, with the name of its public half. */
export function receiptKeyOf({ RECEIPT_KEY }: Pick<Settings, "RECEIPT_KEY">): { kid: string; key: KeyObject } {
  const key = privateKeyOf(RECEIPT_KEY);
  return { kid: kidOf(publicHalfOf(key)), key };
}

/** The public keys that receipts are held against: the one in use first, then those before it, for as long as they are set. */
export function listReceiptKeys({
  RECEIPT_KEY,
  RECEIPT_KEYS_BEFORE,
}: Pick<Settings, "RECEIPT_KEY" | "RECEIPT_KEYS_BEFORE">): ReceiptJwk[] {
  const before = RECEIPT_KEYS_BEFORE.map((key) => Buffer.from(key, "base64url").toString("base64url"));
  const all = new Set([publicHalfOf(privateKeyOf(RECEIPT_KEY)), ...before]);
  return [...all].map((x) => ({ kty: "OKP", crv: "Ed25519", x, kid: kidOf(x), alg: "EdDSA", use: "sig" }));
}

function privateKeyOf(seed: string): KeyObject {
  const der = Buffer.concat([privateFront, Buffer.from(seed, "base64")]);
  return createPrivateKey({ key: der, format: "der", type: "pkcs8" });
}

function publicHalfOf(key: KeyObject): string {
  const { x } = createPublicKey(key).export({ format: "jwk" });
  if (x === undefined) throw new Error("an Ed25519 key has no public half");
  return x;
}

/** RFC 7638: the members that RFC 8037 requires, in the order of their names. */
function kidOf(x: string): string {
  return createHash("sha256")
    .update(JSON.stringify({ crv: "Ed25519", kty: "OKP", x }))
    .digest("base64url");
}
