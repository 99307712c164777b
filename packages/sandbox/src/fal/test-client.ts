import { createHash, createPublicKey, verify } from "node:crypto";
import sharp from "sharp";
import type { Fields } from "../record.ts";
import type { Sandbox } from "../start-sandbox.ts";
import { jsonOf, type Received, type Receiver, until } from "../testing.ts";

export type Ticket = {
  request_id: string;
  gateway_request_id?: string;
  status_url: string;
  response_url: string;
  cancel_url: string;
};
export type ImageFile = { url: string; file_size: number; content_type: string; width: number; height: number };
export type SubmitOptions = { endpoint?: string; webhook?: boolean; headers?: Record<string, string> };

const auth = { authorization: "Key demo:secret" };

/** A client of the queue, as plain as can be: what it sends and reads is what goes over the wire. */
export function falClient(sandbox: Sandbox, receiver: Receiver) {
  const get = (url: string) => fetch(url, { headers: auth });
  function submit(
    input: Fields,
    { endpoint = "fal-ai/z-image/turbo", webhook = false, headers = {} }: SubmitOptions = {},
  ) {
    const query = webhook ? `?fal_webhook=${encodeURIComponent(`${receiver.url}/webhooks/fal`)}` : "";
    return fetch(`${sandbox.url}/fal/queue/${endpoint}${query}`, {
      method: "POST",
      headers: { ...auth, "content-type": "application/json", ...headers },
      body: JSON.stringify(input),
    });
  }
  async function accepted(input: Fields, options?: SubmitOptions): Promise<Ticket> {
    const response = await submit(input, options);
    if (response.status !== 200) throw new Error(`the submit was answered with ${response.status}`);
    return jsonOf(response);
  }
  async function completed(ticket: Ticket): Promise<Fields> {
    await until(async () => (await get(ticket.status_url)).status === 200);
    return jsonOf(await get(`${ticket.status_url}?logs=1`));
  }
  /** Submits, waits, and gives the answer of the result address. */
  async function resultOf(input: Fields, options?: SubmitOptions): Promise<Response> {
    const ticket = await accepted(input, options);
    await completed(ticket);
    return get(ticket.response_url);
  }
  async function firstImageOf(response: Response): Promise<ImageFile> {
    const [image] = (await jsonOf<{ images: ImageFile[] }>(response)).images;
    if (!image) throw new Error("the output has no image");
    return image;
  }
  const cancel = (ticket: Ticket) => fetch(ticket.cancel_url, { method: "PUT", headers: auth });
  return { get, submit, accepted, completed, resultOf, firstImageOf, cancel };
}

/** A small photo as a `data:` address. */
export async function photo(): Promise<string> {
  const circle = Buffer.from('<svg width="200" height="160"><circle cx="100" cy="80" r="50" fill="#a33"/></svg>');
  const bytes = await sharp({ create: { width: 200, height: 160, channels: 3, background: "#eee" } })
    .composite([{ input: circle }])
    .jpeg()
    .toBuffer();
  return `data:image/jpeg;base64,${bytes.toString("base64")}`;
}

/** Verifies as fal's documentation says: any published key, over id, user, time and the body's SHA-256. */
export async function isSigned(sandbox: Sandbox, received: Received | undefined): Promise<boolean> {
  const header = (name: string) => String(received?.headers[`x-fal-webhook-${name}`]);
  const digest = createHash("sha256")
    .update(received?.body ?? "")
    .digest("hex");
  const message = Buffer.from([header("request-id"), header("user-id"), header("timestamp"), digest].join("\n"));
  const published = await fetch(`${sandbox.url}/fal/.well-known/jwks.json`);
  const { keys } = await jsonOf<{ keys: { kty: string; crv: string; x: string }[] }>(published);
  return keys.some((key) =>
    verify(null, message, createPublicKey({ key, format: "jwk" }), Buffer.from(header("signature"), "hex")),
  );
}
