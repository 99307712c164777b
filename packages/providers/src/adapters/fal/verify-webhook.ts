import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto";
import { ProviderFault } from "../../provider-fault.ts";
import type { IncomingHeaders, WebhookHint } from "../../spec.ts";
import { callUpstream } from "../call-upstream.ts";
import type { FalAccess } from "./access.ts";
import { ed25519Key, keySetBody, webhookBody } from "./wire.ts";

/** fal's own figures: five minutes of clock difference, a day of caching keys. */
const toleranceSeconds = 300;
const keysLiveMs = 24 * 60 * 60_000;
/** A forged signature looks like a rotated key; this keeps forgeries from making us call fal each time. */
const keysRestMs = 60_000;

type KeySet = { keys: readonly KeyObject[]; readAt: number };

/**
 * Makes a verifier that keeps fal's public keys between webhooks.
 * Source: fal.ai/docs/documentation/model-apis/inference/webhooks.
 */
export function webhookVerifier(access: FalAccess) {
  let known: KeySet | null = null;

  async function keysNewerThan(ageMs: number): Promise<readonly KeyObject[]> {
    const now = access.clock.now().getTime();
    if (known && now - known.readAt < ageMs) return known.keys;
    known = { keys: await readKeySet(access), readAt: now };
    return known.keys;
  }

  return async (headers: IncomingHeaders, rawBody: Uint8Array): Promise<WebhookHint | null> => {
    const signed = signedPartsOf(headers, rawBody);
    if (!signed || Math.abs(access.clock.now().getTime() / 1000 - signed.timestamp) > toleranceSeconds) return null;
    const isAuthentic = (keys: readonly KeyObject[]) =>
      keys.some((key) => verify(null, signed.message, key, signed.signature));
    const accepted = isAuthentic(await keysNewerThan(keysLiveMs)) || isAuthentic(await keysNewerThan(keysRestMs));
    return accepted ? hintIn(rawBody) : null;
  };
}

type SignedParts = { message: Buffer; signature: Buffer; timestamp: number };

function signedPartsOf(headers: IncomingHeaders, rawBody: Uint8Array): SignedParts | null {
  const requestId = headers["x-fal-webhook-request-id"];
  const userId = headers["x-fal-webhook-user-id"];
  const timestamp = headers["x-fal-webhook-timestamp"];
  const signature = headers["x-fal-webhook-signature"];
  if (typeof requestId !== "string" || typeof userId !== "string") return null;
  if (typeof timestamp !== "string" || !/^\d{1,12}$/.test(timestamp)) return null;
  if (typeof signature !== "string" || !/^[0-9a-f]{128}$/i.test(signature)) return null;
  const digest = createHash("sha256").update(rawBody).digest("hex");
  return {
    message: Buffer.from([requestId, userId, timestamp, digest].join("\n"), "utf8"),
    signature: Buffer.from(signature, "hex"),
    timestamp: Number(timestamp),
  };
}

async function readKeySet({ keySetUrl, readLimitMs = 15_000 }: FalAccess): Promise<readonly KeyObject[]> {
  const answer = await callUpstream({ method: "GET", url: keySetUrl, headers: {}, timeLimitMs: readLimitMs });
  const body = keySetBody.safeParse(answer.body);
  if (answer.status !== 200 || !body.success) {
    throw new ProviderFault("unreadable", "fal's public keys", { status: answer.status });
  }
  return body.data.keys.flatMap((candidate) => {
    const key = ed25519Key.safeParse(candidate);
    return key.success ? [createPublicKey({ key: key.data, format: "jwk" })] : [];
  });
}

function hintIn(rawBody: Uint8Array): WebhookHint | null {
  try {
    const body = webhookBody.safeParse(JSON.parse(Buffer.from(rawBody).toString("utf8")));
    return body.success ? { upstreamId: body.data.request_id } : null;
  } catch {
    // Signed, and yet not JSON: there is nobody to wake.
    return null;
  }
}
