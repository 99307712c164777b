import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { fixedClock, newId } from "@covenant/domain";
import { type FarEndAnswer, startFarEnd } from "../../far-end.ts";
import type { Submission } from "../../spec.ts";
import { fal } from "./fal.ts";

/** The fields of an image model, as the catalogue writes them. */
export const imageFields: Submission["fields"] = {
  inputs: {
    prompt: "prompt",
    image: { field: "image_url", takesList: false },
    size: { field: "image_size", as: "dimensions" },
  },
  outputs: [{ path: "images[].url", format: "png", role: "main" }],
};

export function submissionFor(changes: Partial<Submission> = {}): Submission {
  return {
    attemptId: newId("attempt"),
    upstreamModel: "fal-ai/z-image/turbo",
    operation: "text-to-image",
    fields: imageFields,
    input: { prompt: "a lighthouse", size: "1024x1024", parameters: { num_images: 1 } },
    webhookUrl: "http://127.0.0.1:4000/webhooks/fal",
    retention: "no-store",
    startDeadlineSeconds: 120,
    ...changes,
  };
}

export type FalScript = {
  submit: FarEndAnswer | null;
  status: FarEndAnswer;
  result: FarEndAnswer;
  cancel: FarEndAnswer;
  keys: readonly KeyObject[];
};

/** fal's queue as far as its wire goes: what each address answers is a field of `script`. */
export async function startFalFarEnd() {
  const farEnd = await startFarEnd();
  const clock = fixedClock("2026-11-21T12:00:00Z");
  const script: FalScript = {
    submit: null,
    status: { status: 200, json: { status: "COMPLETED", logs: [], metrics: {} } },
    result: { status: 200, json: { images: [{ url: "https://v3b.fal.media/files/b/one.png" }] } },
    cancel: { status: 202, json: { status: "CANCELLATION_REQUESTED" } },
    keys: [],
  };
  // As fal does: below the application, whatever the sub-path of the model was.
  const job = `${farEnd.origin}/fal-ai/z-image/requests/job-1`;
  const accepted = {
    status: 200,
    json: {
      status: "IN_QUEUE",
      request_id: "job-1",
      response_url: job,
      status_url: `${job}/status`,
      cancel_url: `${job}/cancel`,
      queue_position: 0,
    },
  };
  farEnd.answer(({ method, path }) => {
    if (path === "/jwks.json") return { status: 200, json: { keys: script.keys.map(publicJwk) } };
    if (method === "POST") return script.submit ?? accepted;
    if (method === "PUT") return script.cancel;
    return path.split("?")[0]?.endsWith("/status") ? script.status : script.result;
  });
  const access = {
    key: "id:secret",
    queueUrl: farEnd.origin,
    keySetUrl: `${farEnd.origin}/jwks.json`,
    clock,
    submitLimitMs: 400,
    readLimitMs: 400,
  };
  return { farEnd, script, clock, access, provider: fal(access) };
}

export function newSigningKey() {
  return generateKeyPairSync("ed25519");
}

function publicJwk(key: KeyObject) {
  return { ...key.export({ format: "jwk" }), use: "sig" };
}

/** A webhook as fal signs it. */
export function signedWebhook(key: KeyObject, { at, body }: { at: Date; body: string }) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const digest = createHash("sha256").update(body).digest("hex");
  const message = Buffer.from(["job-1", "user-1", timestamp, digest].join("\n"));
  return {
    rawBody: Buffer.from(body),
    headers: {
      "x-fal-webhook-request-id": "job-1",
      "x-fal-webhook-user-id": "user-1",
      "x-fal-webhook-timestamp": timestamp,
      "x-fal-webhook-signature": sign(null, message, key).toString("hex"),
    },
  };
}
