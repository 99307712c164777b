import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Sandbox } from "../start-sandbox.ts";
import { jsonOf, type Receiver, startFastSandbox, startReceiver, until } from "../testing.ts";
import { falClient, type ImageFile, isSigned, photo, type Ticket } from "./test-client.ts";

let receiver: Receiver;
let sandbox: Sandbox;
let fal: ReturnType<typeof falClient>;

beforeAll(async () => {
  receiver = await startReceiver();
  sandbox = await startFastSandbox(receiver.url);
  fal = falClient(sandbox, receiver);
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

const small = { image_size: { width: 128, height: 96 } };

type ModelOutput = { model_glb: ImageFile; model_urls: { glb: ImageFile; obj: ImageFile; stl: ImageFile } };

describe("the queue", () => {
  it("goes from IN_QUEUE through IN_PROGRESS with logs to COMPLETED", async () => {
    const response = await fal.submit({ prompt: "a koi pond [slow]", ...small });
    const ticket = await jsonOf<Ticket>(response);
    expect(ticket).toMatchObject({ status: "IN_QUEUE", queue_position: 0 });
    expect(ticket.gateway_request_id).toBeUndefined();
    const early = await fal.get(ticket.status_url);
    expect(early.status).toBe(202);
    expect((await fal.get(ticket.response_url)).status).toBe(400);
    await until(
      async () => (await jsonOf<{ status: string }>(await fal.get(ticket.status_url))).status === "IN_PROGRESS",
    );
    const done = await fal.completed(ticket);
    expect(done).toMatchObject({ status: "COMPLETED", metrics: { inference_time: 1.2 } });
    expect(done.logs).toContainEqual(expect.objectContaining({ message: "Generating", level: "INFO" }));
  });

  it("leaves the sub-path out of its addresses, and answers only there", async () => {
    const ticket = await fal.accepted({ prompt: "a fox", ...small });
    expect(ticket.status_url).toBe(`${sandbox.url}/fal/queue/fal-ai/z-image/requests/${ticket.request_id}/status`);
    const built = ticket.status_url.replace("/z-image/", "/z-image/turbo/");
    expect((await fal.get(built)).status).toBe(405);
    const elsewhere = ticket.status_url.replace("/z-image/", "/meshy/");
    expect((await fal.get(elsewhere)).status).toBe(404);
  });

  it("turns away who brings no key, or brings it as Bearer", async () => {
    expect((await fetch(`${sandbox.url}/fal/queue/fal-ai/z-image/turbo`, { method: "POST" })).status).toBe(401);
    expect((await fal.submit({ prompt: "x" }, { headers: { authorization: "Bearer demo:secret" } })).status).toBe(401);
  });

  it("does not know a retired model", async () => {
    expect((await fal.submit({ prompt: "x" }, { endpoint: "fal-ai/nano-banana" })).status).toBe(404);
  });

  it("cancels a run that has not finished, and says when it is too late", async () => {
    const ticket = await fal.accepted({ prompt: "a fox [slow]", ...small });
    const cancelled = await fal.cancel(ticket);
    expect(cancelled.status).toBe(202);
    expect(await cancelled.json()).toEqual({ status: "CANCELLATION_REQUESTED" });
    expect(await fal.completed(ticket)).toMatchObject({ error_type: "client_cancelled" });
    const late = await fal.cancel(ticket);
    expect([late.status, await late.json()]).toEqual([400, { status: "ALREADY_COMPLETED" }]);
    const unknown = await fal.cancel({ ...ticket, cancel_url: ticket.cancel_url.replace(ticket.request_id, "none") });
    expect([unknown.status, await unknown.json()]).toEqual([404, { status: "NOT_FOUND" }]);
  });

  it("judges inputs in the run, not at the submit", async () => {
    const response = await fal.resultOf({});
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ detail: [{ loc: ["body", "prompt"], type: "missing" }] });
  });

  it("notes the privacy headers and the names of the fields, never their values", async () => {
    await fal.accepted({ prompt: "a secret fox", ...small }, { headers: { "x-fal-store-io": "0" } });
    const answer = await fetch(`${sandbox.url}/control/requests?room=fal`);
    const { requests } = await jsonOf<{ requests: { headers: object }[] }>(answer);
    expect(requests[0]).toMatchObject({
      path: "/fal/queue/fal-ai/z-image/turbo",
      status: 200,
      fields: ["image_size", "prompt"],
    });
    expect(requests[0]?.headers).toMatchObject({ "x-fal-store-io": "0" });
    expect(JSON.stringify(requests)).not.toMatch(/secret/);
  });

  it("lets files go when the lifecycle header says so", async () => {
    const headers = { "x-fal-object-lifecycle-preference": '{"expiration_duration_seconds":0}' };
    const image = await fal.firstImageOf(await fal.resultOf({ prompt: "a fox", ...small }, { headers }));
    expect((await fetch(image.url)).status).toBe(404);
  });
});

describe("the models", () => {
  it.each([
    ["fal-ai/z-image/turbo", { image_size: "landscape_16_9" }, 1024, 576],
    ["fal-ai/nano-banana-2", { aspect_ratio: "16:9", resolution: "0.5K" }, 512, 288],
    ["openai/gpt-image-2", { image_size: { width: 320, height: 256 } }, 320, 256],
    ["fal-ai/bytedance/seedream/v4.5/text-to-image", { image_size: "square" }, 512, 512],
  ])("%s draws at the asked size", async (endpoint, size, width, height) => {
    const response = await fal.resultOf({ prompt: "a fox", ...size }, { endpoint });
    expect(response.headers.get("x-fal-billable-units")).toBe("1");
    const image = await fal.firstImageOf(response);
    expect(image).toMatchObject({ width, height, content_type: "image/png" });
    const file = await fetch(image.url);
    expect(file.headers.get("content-type")).toBe("image/png");
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(bytes.length).toBe(image.file_size);
    expect(await sharp(bytes).metadata()).toMatchObject({ width, height });
  });

  it("draws as many as asked, all different", async () => {
    const { images } = await jsonOf<{ images: ImageFile[] }>(
      await fal.resultOf({ prompt: "a fox", num_images: 3, ...small }),
    );
    const files = await Promise.all(images.map(async ({ url }) => (await fetch(url)).text()));
    expect(new Set(files).size).toBe(3);
  });

  it("turns a data: photo into a model in three formats, denser when more polygons are asked", async () => {
    const endpoint = "fal-ai/meshy/v6/image-to-3d";
    const coarse = await jsonOf<ModelOutput>(await fal.resultOf({ image_url: await photo() }, { endpoint }));
    const fine = await jsonOf<ModelOutput>(
      await fal.resultOf({ image_url: await photo(), target_polycount: 100_000 }, { endpoint }),
    );
    expect(coarse.model_glb.url).toBe(coarse.model_urls.glb.url);
    const glb = Buffer.from(await (await fetch(coarse.model_glb.url)).arrayBuffer());
    expect(glb.toString("latin1", 0, 4)).toBe("glTF");
    expect(coarse.model_urls.obj.url).toMatch(/\.obj$/);
    expect(fine.model_urls.stl.file_size).toBeGreaterThan(coarse.model_urls.stl.file_size * 10);
  });

  it("cuts a photo out into a PNG with alpha, also from an address of its own", async () => {
    const endpoint = "fal-ai/bria/background/remove";
    const { image } = await jsonOf<{ image: ImageFile }>(
      await fal.resultOf({ image_url: await photo() }, { endpoint }),
    );
    expect(image).toMatchObject({ content_type: "image/png", width: 200, height: 160 });
    expect(await sharp(Buffer.from(await (await fetch(image.url)).arrayBuffer())).metadata()).toMatchObject({
      hasAlpha: true,
    });
    expect((await fal.resultOf({ image_url: image.url }, { endpoint })).status).toBe(200);
  });

  it.each([
    ["data:image/png;base64,aGVsbG8=", "image_load_error"],
    ["http://127.0.0.1:1/photo.png", "file_download_error"],
  ])("refuses %s as %s", async (image_url, type) => {
    const response = await fal.resultOf({ image_url }, { endpoint: "fal-ai/bria/background/remove" });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ detail: [{ type }] });
  });
});

describe("the webhook", () => {
  it("carries the result and a signature that verifies", async () => {
    const response = await fal.submit({ prompt: "a fox", ...small }, { webhook: true });
    const ticket = await jsonOf<Ticket>(response);
    const [received] = await receiver.arrived(1);
    expect(await isSigned(sandbox, received)).toBe(true);
    const body = JSON.parse(received?.body ?? "");
    expect(body).toMatchObject({
      status: "OK",
      request_id: ticket.request_id,
      gateway_request_id: ticket.gateway_request_id,
    });
    expect(body.payload).toEqual(await (await fal.get(ticket.response_url)).json());
  });

  it("is tried again until it is taken", async () => {
    receiver.statuses.push(502, 503);
    await fal.accepted({ prompt: "a fox", ...small }, { webhook: true });
    expect(await receiver.arrived(3)).toHaveLength(3);
  });

  it("says ERROR with the model's detail when the model refused", async () => {
    await fal.accepted({ prompt: "a fox [refuse-prompt]" }, { webhook: true });
    const [received] = await receiver.arrived(1);
    expect(JSON.parse(received?.body ?? "")).toMatchObject({
      status: "ERROR",
      error: "Invalid status code: 422",
      payload: { detail: [{ type: "content_policy_violation" }] },
    });
  });
});
