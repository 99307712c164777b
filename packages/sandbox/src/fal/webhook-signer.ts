import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import type { Run } from "./run.ts";

export type WebhookSigner = {
  /** The published keys, as fal serves them at `/.well-known/jwks.json`. */
  jwks: { keys: { kty: string; crv: string; x: string; kid: string }[] };
  /** The four headers of one delivery. */
  headers(run: Run, body: string): Record<string, string>;
};

const userId = "sandbox-user";

/**
 * Signs as fal does (https://docs.fal.ai/model-endpoints/webhooks): Ed25519, in hex, over request id, user id, Unix
 * time and the SHA-256 of the body, joined by newlines. A new key pair is made at every start.
 */
export function createWebhookSigner(): WebhookSigner {
  const published = generateKeyPairSync("ed25519");
  const unpublished = generateKeyPairSync("ed25519");
  const next = generateKeyPairSync("ed25519");
  const jwks = { keys: [jwkOf(published.publicKey, "sandbox")] };
  return {
    jwks,
    headers(run, body) {
      const isRotated = run.faults.has("rotated-key");
      if (isRotated && jwks.keys.length === 1) jwks.keys.push(jwkOf(next.publicKey, "sandbox-next"));
      const age = run.faults.has("stale-webhook") ? 600 : 0;
      const timestamp = String(Math.floor(Date.now() / 1000) - age);
      const honest = isRotated ? next.privateKey : published.privateKey;
      const key = run.faults.has("bad-signature") ? unpublished.privateKey : honest;
      return {
        "x-fal-webhook-request-id": run.id,
        "x-fal-webhook-user-id": userId,
        "x-fal-webhook-timestamp": timestamp,
        "x-fal-webhook-signature": signBody({ key, requestId: run.id, timestamp, body }),
      };
    },
  };
}

function jwkOf(key: KeyObject, kid: string) {
  return { kty: "OKP", crv: "Ed25519", x: key.export({ format: "jwk" }).x ?? "", kid };
}

type Signed = { key: KeyObject; requestId: string; timestamp: string; body: string };

function signBody({ key, requestId, timestamp, body }: Signed): string {
  const digest = createHash("sha256").update(body).digest("hex");
  return sign(null, Buffer.from([requestId, userId, timestamp, digest].join("\n")), key).toString("hex");
}
