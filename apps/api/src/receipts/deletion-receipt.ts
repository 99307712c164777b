import { createPublicKey, sign, verify } from "node:crypto";
import { purgeReceipt } from "@covenant/domain";
import * as z from "zod";
import type { Settings } from "../env.ts";
import { listReceiptKeys, receiptKeyOf } from "./receipt-key.ts";

/**
 * What a receipt states of a file that is gone. Ids, instants, a digest and clauses: nothing that tells whose it was. It has no
 * date of its own, so the same facts make the same receipt whenever they are signed.
 */
const deletionSchema = z.strictObject({
  /** The storefront's address, under which the keys are published. */
  iss: z.string(),
  jti: z.string(),
  file: z.string(),
  kind: z.enum(["artifact", "upload"]),
  /** Of the clear bytes, in hex. */
  sha256: z.string(),
  key_destroyed_at: z.iso.datetime(),
  bytes_deleted_at: z.iso.datetime(),
  cause: purgeReceipt.shape.cause,
  /** The terms it was kept under, and the clauses that said for how long. */
  terms: z.string(),
  clauses: z.array(z.string()),
});
export type Deletion = z.infer<typeof deletionSchema>;

/** So that nothing else this key may ever sign passes for a receipt (RFC 8725, 3.11). */
const typ = "deletion-receipt+jws";
const headerSchema = z.object({ alg: z.literal("EdDSA"), kid: z.string(), typ: z.literal(typ) });

/** Signs the deletion of a file: a JSON Web Signature in its compact form (RFC 7515), by Ed25519 (RFC 8037). */
export function signDeletion(settings: Pick<Settings, "RECEIPT_KEY">, deletion: Deletion): string {
  const { kid, key } = receiptKeyOf(settings);
  const said = `${encode({ alg: "EdDSA", kid, typ })}.${encode(deletion)}`;
  return `${said}.${sign(null, Buffer.from(said), key).toString("base64url")}`;
}

/** What a receipt states. Null: changed, no receipt at all, or signed by a key that is not listed. */
export function readDeletion(
  settings: Pick<Settings, "RECEIPT_KEY" | "RECEIPT_KEYS_BEFORE">,
  receipt: string,
): Deletion | null {
  const [header = "", payload = "", signature = "", ...more] = receipt.split(".");
  const head = headerSchema.safeParse(decode(header));
  const jwk = head.success ? listReceiptKeys(settings).find(({ kid }) => kid === head.data.kid) : undefined;
  if (jwk === undefined || more.length > 0) return null;
  const key = createPublicKey({ key: jwk, format: "jwk" });
  const isSigned = verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, "base64url"));
  return isSigned ? (deletionSchema.safeParse(decode(payload)).data ?? null) : null;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString());
  } catch {
    return null;
  }
}
