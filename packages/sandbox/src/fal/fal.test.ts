import { createHash, createPublicKey, verify } from "node:crypto";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Fields, fieldsOf } from "../record.ts";
import type { Sandbox } from "../start-sandbox.ts";
import { armFaults, pause, type Received, type Receiver, startFastSandbox, startReceiver, until } from "../testing.ts";

let receiver: Receiver;
let sandbox: Sandbox;

beforeAll(async () => {
  receiver = await startReceiver();
  sandbox = await startFastSandbox(receiver.url);
});

afterEach(async () => {
  await fetch(`${sandbox.url}/control/faults`, { method: "DELETE" });
  await fetch(`${sandbox.url}/control/requests`, { method: "DELETE" });
  receiver.received.length = 0;
});

afterAll(async () => {
  await sandbox.close();
  await receiver.close();
});

const auth = { authorization: "Key demo:secret" };
const turbo = "fal-ai/z-image/turbo";

type SubmitOptions = { endpoint?: string; webhook?: boolean; headers?: Record<string, string> };

function submit(
  input: Fields,
  { endpoint = turbo, webhook = false, headers = {} }: SubmitOptions = {},
): Promise<Response> {
  const query = webhook ? `?fal_webhook=${encodeURIComponent(`${receiver.url}/webhooks/fal`)}` : "";
  return fetch(`${sandbox.url}/fal/queue/${endpoint}${query}`, {
    method: "POST",
    headers: { ...auth, "content-type": "application/json", ...headers },
    body: JSON.stringify(input),
  });
}

type Ticket = { request_id: string; status_url: string; response_url: string; cancel_url: string };

async function accepted(input: Fields, options?: SubmitOptions): Promise<Ticket> {
  const response = await submit(input, options);
  expect(response.status).toBe(200);
  return response.json();
}

const get = (url: string) => fetch(url, { headers: auth });

async function completed(ticket: Ticket): Promise<Fields> {
  await until(async () => (await get(ticket.status_url)).status === 200);
  return (await get(`${ticket.status_url}?logs=1`)).json();
}

/** Submits, waits, and gives the answer of the result address. */
async function resultOf(input: Fields, options?: SubmitOptions): Promise<Response> {
  const ticket = await accepted(input, options);
  await completed(ticket);
  return get(ticket.response_url);
}

async function firstImageOf(response: Response): Promise<Fields> {
  const { images } = fieldsOf(await response.json());
  return fieldsOf(Array.isArray(images) ? images[0] : null);
}

const small = { image_size: { width: 128, height: 96 } };

describe("the queue", () => {
  it("goes from IN_QUEUE through IN_PROGRESS with logs to COMPLETED", async () => {
    const response = await submit({ prompt: "a koi pond [slow]", ...small });
    const ticket: Ticket & Fields = await response.json();
    expect(ticket).toMatchObject({ status: "IN_QUEUE", queue_position: 0 });
    expect(ticket.gateway_request_id).toBeUndefined();
    const early = await get(ticket.status_url);
    expect(early.status).toBe(202);
    expect((await get(ticket.response_url)).status).toBe(400);
    await until(async () => fieldsOf(await (await get(ticket.status_url)).json()).status === "IN_PROGRESS");
    const done = await completed(ticket);
    expect(done).toMatchObject({ status: "COMPLETED", metrics: { inference_time: 1.2 } });
    expect(done.logs).toContainEqual(expect.objectContaining({ message: "Generating", level: "INFO" }));
  });

  it("leaves the sub-path out of its addresses, and answers only there", async () => {
    const ticket = await accepted({ prompt: "a fox", ...small });
    expect(ticket.status_url).toBe(`${sandbox.url}/fal/queue/fal-ai/z-image/requests/${ticket.request_id}/status`);
    const built = ticket.status_url.replace("/z-image/", "/z-image/turbo/");
    expect((await get(built)).status).toBe(405);
    const elsewhere = ticket.status_url.replace("/z-image/", "/meshy/");
    expect((await get(elsewhere)).status).toBe(404);
  });

  it("turns away who brings no key, or brings it as Bearer", async () => {
    expect((await fetch(`${sandbox.url}/fal/queue/${turbo}`, { method: "POST" })).status).toBe(401);
    expect((await submit({ prompt: "x" }, { headers: { authorization: "Bearer demo:secret" } })).status).toBe(401);
  });

  it("does not know a retired model", async () => {
    expect((await submit({ prompt: "x" }, { endpoint: "fal-ai/nano-banana" })).status).toBe(404);
  });

  it("cancels a run that has not finished, and says when it is too late", async () => {
    const ticket = await accepted({ prompt: "a fox [slow]", ...small });
    const cancelled = await fetch(ticket.cancel_url, { method: "PUT", headers: auth });
    expect(cancelled.status).toBe(202);
    expect(await cancelled.json()).toEqual({ status: "CANCELLATION_REQUESTED" });
    expect(await completed(ticket)).toMatchObject({ error_type: "client_cancelled" });
    const late = await fetch(ticket.cancel_url, { method: "PUT", headers: auth });
    expect([late.status, await late.json()]).toEqual([400, { status: "ALREADY_COMPLETED" }]);
    const unknown = await fetch(ticket.cancel_url.replace(ticket.request_id, "none"), { method: "PUT", headers: auth });
    expect([unknown.status, await unknown.json()]).toEqual([404, { status: "NOT_FOUND" }]);
  });

  it("judges inputs in the run, not at the submit", async () => {
    const response = await resultOf({});
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ detail: [{ loc: ["body", "prompt"], type: "missing" }] });
  });

  it("notes the privacy headers and the names of the fields, never their values", async () => {
    await accepted({ prompt: "a secret fox", ...small }, { headers: { "x-fal-store-io": "0" } });
    const { requests } = await (await fetch(`${sandbox.url}/control/requests?room=fal`)).json();
    expect(requests[0]).toMatchObject({ path: `/fal/queue/${turbo}`, status: 200, fields: ["image_size", "prompt"] });
    expect(requests[0].headers).toMatchObject({ "x-fal-store-io": "0" });
    expect(JSON.stringify(requests)).not.toMatch(/secret/);
  });

  it("lets files go when the lifecycle header says so", async () => {
    const headers = { "x-fal-object-lifecycle-preference": '{"expiration_duration_seconds":0}' };
    const image = await firstImageOf(await resultOf({ prompt: "a fox", ...small }, { headers }));
    expect((await fetch(String(image.url))).status).toBe(404);
  });
});

describe("the models", () => {
  it.each([
    [turbo, { image_size: "landscape_16_9" }, 1024, 576],
    ["fal-ai/nano-banana-2", { aspect_ratio: "16:9", resolution: "0.5K" }, 512, 288],
    ["openai/gpt-image-2", { image_size: { width: 320, height: 256 } }, 320, 256],
    ["fal-ai/bytedance/seedream/v4.5/text-to-image", { image_size: "square" }, 512, 512],
  ])("%s draws at the asked size", async (endpoint, size, width, height) => {
    const response = await resultOf({ prompt: "a fox", ...size }, { endpoint });
    expect(response.headers.get("x-fal-billable-units")).toBe("1");
    const image = await firstImageOf(response);
    expect(image).toMatchObject({ width, height, content_type: "image/png" });
    const file = await fetch(String(image.url));
    expect(file.headers.get("content-type")).toBe("image/png");
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(bytes.length).toBe(image.file_size);
    expect(await sharp(bytes).metadata()).toMatchObject({ width, height });
  });

  it("draws as many as asked, all different", async () => {
    const { images } = await (await resultOf({ prompt: "a fox", num_images: 3, ...small })).json();
    const files = await Promise.all(images.map(async ({ url }: { url: string }) => (await fetch(url)).text()));
    expect(new Set(files).size).toBe(3);
  });

  it("turns a data: photo into a model in three formats, denser when more polygons are asked", async () => {
    const endpoint = "fal-ai/meshy/v6/image-to-3d";
    const coarse = await (await resultOf({ image_url: await photo() }, { endpoint })).json();
    const fine = await (await resultOf({ image_url: await photo(), target_polycount: 100_000 }, { endpoint })).json();
    expect(coarse.model_glb.url).toBe(coarse.model_urls.glb.url);
    const glb = Buffer.from(await (await fetch(coarse.model_glb.url)).arrayBuffer());
    expect(glb.toString("latin1", 0, 4)).toBe("glTF");
    expect(coarse.model_urls.obj.url).toMatch(/\.obj$/);
    expect(fine.model_urls.stl.file_size).toBeGreaterThan(coarse.model_urls.stl.file_size * 10);
  });

  it("cuts a photo out into a PNG with alpha, also from an address of its own", async () => {
    const endpoint = "fal-ai/bria/background/remove";
    const { image } = await (await resultOf({ image_url: await photo() }, { endpoint })).json();
    expect(image).toMatchObject({ content_type: "image/png", width: 200, height: 160 });
    expect(await sharp(Buffer.from(await (await fetch(image.url)).arrayBuffer())).metadata()).toMatchObject({
      hasAlpha: true,
    });
    expect((await resultOf({ image_url: image.url }, { endpoint })).status).toBe(200);
  });

  it.each([
    ["data:image/png;base64,aGVsbG8=", "image_load_error"],
    ["http://127.0.0.1:1/photo.png", "file_download_error"],
  ])("refuses %s as %s", async (image_url, type) => {
    const response = await resultOf({ image_url }, { endpoint: "fal-ai/bria/background/remove" });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ detail: [{ type }] });
  });
});

describe("the webhook", () => {
  it("carries the result and a signature that verifies", async () => {
    const response = await submit({ prompt: "a fox", ...small }, { webhook: true });
    const ticket = await response.json();
    const [received] = await receiver.arrived(1);
    expect(await isSigned(received)).toBe(true);
    const body = JSON.parse(received?.body ?? "");
    expect(body).toMatchObject({
      status: "OK",
      request_id: ticket.request_id,
      gateway_request_id: ticket.gateway_request_id,
    });
    expect(body.payload).toEqual(await (await get(ticket.response_url)).json());
  });

  it("is tried again until it is taken", async () => {
    receiver.statuses.push(502, 503);
    await accepted({ prompt: "a fox", ...small }, { webhook: true });
    expect(await receiver.arrived(3)).toHaveLength(3);
  });

  it("says ERROR with the model's detail when the model refused", async () => {
    await accepted({ prompt: "a fox [refuse-prompt]" }, { webhook: true });
    const [received] = await receiver.arrived(1);
    expect(JSON.parse(received?.body ?? "")).toMatchObject({
      status: "ERROR",
      error: "Invalid status code: 422",
      payload: { detail: [{ type: "content_policy_violation" }] },
    });
  });
});

describe("the fault", () => {
  it("[fail] ends COMPLETED with an error", async () => {
    const ticket = await accepted({ prompt: "a fox [fail]" });
    expect(await completed(ticket)).toMatchObject({
      status: "COMPLETED",
      error: "Runner disconnected",
      error_type: "runner_disconnected",
    });
    expect((await get(ticket.response_url)).status).toBe(503);
  });

  it("[fail-once] fails once per prompt", async () => {
    expect((await resultOf({ prompt: "a unique fox [fail-once]", ...small })).status).toBe(503);
    expect((await resultOf({ prompt: "a unique fox [fail-once]", ...small })).status).toBe(200);
  });

  it("[timeout] never finishes", async () => {
    const ticket = await accepted({ prompt: "a fox [timeout]" });
    await pause(200);
    expect(await (await get(ticket.status_url)).json()).toMatchObject({ status: "IN_PROGRESS" });
  });

  it.each([
    ["refuse-prompt", "content_policy_violation"],
    ["no-media", "no_media_generated"],
  ])("[%s] answers 422 %s", async (fault, type) => {
    const response = await resultOf({ prompt: `a fox [${fault}]` });
    expect(response.status).toBe(422);
    expect(response.headers.get("x-fal-error-type")).toBe(type);
    expect(await response.json()).toMatchObject({ detail: [{ type }] });
  });

  it("[refuse-output] answers 200 with a black picture and a flag", async () => {
    const response = await resultOf({ prompt: "a fox [refuse-output]", ...small });
    const body = await response.clone().json();
    expect([response.status, body.has_nsfw_concepts]).toEqual([200, [true]]);
    const bytes = await (await fetch(String((await firstImageOf(response)).url))).arrayBuffer();
    expect((await sharp(Buffer.from(bytes)).stats()).isOpaque).toBe(true);
    expect((await sharp(Buffer.from(bytes)).stats()).channels[0]?.max).toBe(0);
  });

  it("[no-webhook] leaves the result to who polls", async () => {
    const ticket = await accepted({ prompt: "a fox [no-webhook]", ...small }, { webhook: true });
    await completed(ticket);
    await pause(100);
    expect(receiver.received).toHaveLength(0);
  });

  it("[duplicate-webhook] sends three", async () => {
    await accepted({ prompt: "a fox [duplicate-webhook]", ...small }, { webhook: true });
    expect(new Set((await receiver.arrived(3)).map(({ body }) => body)).size).toBe(1);
  });

  it("[webhook-first] arrives before the submit is answered", async () => {
    const { request_id } = await accepted({ prompt: "a fox [webhook-first]", ...small }, { webhook: true });
    expect(JSON.parse(receiver.received[0]?.body ?? "").request_id).toBe(request_id);
  });

  it("[bad-signature] and [stale-webhook] must be refused by who verifies", async () => {
    await accepted({ prompt: "a fox [bad-signature]", ...small }, { webhook: true });
    const [forged] = await receiver.arrived(1);
    expect(await isSigned(forged)).toBe(false);
    await accepted({ prompt: "a fox [stale-webhook]", ...small }, { webhook: true });
    const [, stale] = await receiver.arrived(2);
    expect(await isSigned(stale)).toBe(true);
    expect(Date.now() / 1000 - Number(stale?.headers["x-fal-webhook-timestamp"])).toBeGreaterThan(300);
  });

  it("[lost-submit] drops the connection, yet the run happens", async () => {
    await expect(submit({ prompt: "a fox [lost-submit]", ...small }, { webhook: true })).rejects.toThrow();
    expect(JSON.parse((await receiver.arrived(1))[0]?.body ?? "")).toMatchObject({ status: "OK" });
  });

  it("[locked-poll] hides the status while the run goes on", async () => {
    const ticket = await accepted({ prompt: "a fox [locked-poll]", ...small }, { webhook: true });
    expect((await get(ticket.status_url)).status).toBe(403);
    await receiver.arrived(1);
    expect((await get(ticket.response_url)).status).toBe(200);
  });

  it("[cancel-ignored] acknowledges and completes", async () => {
    const ticket = await accepted({ prompt: "a fox [cancel-ignored]", ...small });
    expect((await fetch(ticket.cancel_url, { method: "PUT", headers: auth })).status).toBe(202);
    await completed(ticket);
    expect((await get(ticket.response_url)).status).toBe(200);
  });

  it("[corrupt] serves half of the file", async () => {
    const image = await firstImageOf(await resultOf({ prompt: "a fox [corrupt]", ...small }));
    const bytes = Buffer.from(await (await fetch(String(image.url))).arrayBuffer());
    expect(bytes.length).toBe(Math.floor(Number(image.file_size) / 2));
    await expect(sharp(bytes).raw().toBuffer()).rejects.toThrow();
  });

  it.each([
    ["html", 200, "text/html"],
    ["expired-url", 403, "application/xml"],
  ])("[%s] answers the file's address with %i %s", async (fault, status, type) => {
    const image = await firstImageOf(await resultOf({ prompt: `a fox [${fault}]`, ...small }));
    const response = await fetch(String(image.url));
    expect([response.status, response.headers.get("content-type")?.split(";")[0]]).toEqual([status, type]);
  });

  it("[private-redirect] points inwards", async () => {
    const image = await firstImageOf(await resultOf({ prompt: "a fox [private-redirect]", ...small }));
    const response = await fetch(String(image.url), { redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([302, "http://127.0.0.1:1/"]);
  });

  it("[429] and [locked] refuse the submit", async () => {
    const busy = await submit({ prompt: "a fox [429]" });
    expect([busy.status, busy.headers.get("x-fal-needs-retry")]).toEqual([429, "1"]);
    const locked = await submit({ prompt: "a fox [locked]" });
    expect(locked.status).toBe(403);
    expect(await locked.json()).toMatchObject({ detail: expect.stringContaining("Exhausted balance") });
  });

  it("can be armed for inputs without a prompt, as often as asked", async () => {
    expect((await armFaults(sandbox, { fal: ["fail"], times: 1 })).status).toBe(200);
    const endpoint = "fal-ai/bria/background/remove";
    expect((await resultOf({ image_url: await photo() }, { endpoint })).status).toBe(503);
    expect((await resultOf({ image_url: await photo() }, { endpoint })).status).toBe(200);
  });

  it("must be one that exists", async () => {
    expect((await armFaults(sandbox, { fal: ["explode"] })).status).toBe(400);
    expect((await armFaults(sandbox, { nobody: ["fail"] })).status).toBe(400);
    expect((await armFaults(sandbox, { fal: ["fail"], times: 0 })).status).toBe(400);
  });
});

async function photo(): Promise<string> {
  const circle = Buffer.from('<svg width="200" height="160"><circle cx="100" cy="80" r="50" fill="#a33"/></svg>');
  const bytes = await sharp({ create: { width: 200, height: 160, channels: 3, background: "#eee" } })
    .composite([{ input: circle }])
    .jpeg()
    .toBuffer();
  return `data:image/jpeg;base64,${bytes.toString("base64")}`;
}

/** Verifies as fal's documentation says: any published key, over id, user, time and the body's SHA-256. */
async function isSigned(received: Received | undefined): Promise<boolean> {
  const header = (name: string) => String(received?.headers[`x-fal-webhook-${name}`]);
  const digest = createHash("sha256")
    .update(received?.body ?? "")
    .digest("hex");
  const message = Buffer.from([header("request-id"), header("user-id"), header("timestamp"), digest].join("\n"));
  const { keys } = await (await fetch(`${sandbox.url}/fal/.well-known/jwks.json`)).json();
  return keys.some((key: { kty: string; crv: string; x: string }) =>
    verify(null, message, createPublicKey({ key, format: "jwk" }), Buffer.from(header("signature"), "hex")),
  );
}
