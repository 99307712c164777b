import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Sandbox } from "../start-sandbox.ts";
import { armFaults, jsonOf, pause, type Receiver, startFastSandbox, startReceiver } from "../testing.ts";
import { falClient, isSigned, photo } from "./test-client.ts";

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

describe("the fault", () => {
  it("[fail] ends COMPLETED with an error", async () => {
    const ticket = await fal.accepted({ prompt: "a fox [fail]" });
    expect(await fal.completed(ticket)).toMatchObject({
      status: "COMPLETED",
      error: "Runner disconnected",
      error_type: "runner_disconnected",
    });
    expect((await fal.get(ticket.response_url)).status).toBe(503);
  });

  it("[fail-once] fails once per prompt", async () => {
    expect((await fal.resultOf({ prompt: "a unique fox [fail-once]", ...small })).status).toBe(503);
    expect((await fal.resultOf({ prompt: "a unique fox [fail-once]", ...small })).status).toBe(200);
  });

  it("[timeout] never finishes", async () => {
    const ticket = await fal.accepted({ prompt: "a fox [timeout]" });
    await pause(400);
    expect(await (await fal.get(ticket.status_url)).json()).toMatchObject({ status: "IN_PROGRESS" });
  });

  it.each([
    ["refuse-prompt", "content_policy_violation"],
    ["no-media", "no_media_generated"],
  ])("[%s] answers 422 %s", async (fault, type) => {
    const response = await fal.resultOf({ prompt: `a fox [${fault}]` });
    expect(response.status).toBe(422);
    expect(response.headers.get("x-fal-error-type")).toBe(type);
    expect(await response.json()).toMatchObject({ detail: [{ type }] });
  });

  it("[refuse-output] answers 200 with a black picture and a flag", async () => {
    const response = await fal.resultOf({ prompt: "a fox [refuse-output]", ...small });
    const body = await jsonOf<{ has_nsfw_concepts: boolean[] }>(response.clone());
    expect([response.status, body.has_nsfw_concepts]).toEqual([200, [true]]);
    const bytes = await (await fetch(String((await fal.firstImageOf(response)).url))).arrayBuffer();
    expect((await sharp(Buffer.from(bytes)).stats()).isOpaque).toBe(true);
    expect((await sharp(Buffer.from(bytes)).stats()).channels[0]?.max).toBe(0);
  });

  it("[no-webhook] leaves the result to who polls", async () => {
    const ticket = await fal.accepted({ prompt: "a fox [no-webhook]", ...small }, { webhook: true });
    await fal.completed(ticket);
    await pause(100);
    expect(receiver.received).toHaveLength(0);
  });

  it("[duplicate-webhook] sends three", async () => {
    await fal.accepted({ prompt: "a fox [duplicate-webhook]", ...small }, { webhook: true });
    expect(new Set((await receiver.arrived(3)).map(({ body }) => body)).size).toBe(1);
  });

  it("[webhook-first] arrives before the submit is answered", async () => {
    const { request_id } = await fal.accepted({ prompt: "a fox [webhook-first]", ...small }, { webhook: true });
    expect(JSON.parse(receiver.received[0]?.body ?? "").request_id).toBe(request_id);
  });

  it("[bad-signature] and [stale-webhook] must be refused by who verifies", async () => {
    await fal.accepted({ prompt: "a fox [bad-signature]", ...small }, { webhook: true });
    const [forged] = await receiver.arrived(1);
    expect(await isSigned(sandbox, forged)).toBe(false);
    await fal.accepted({ prompt: "a fox [stale-webhook]", ...small }, { webhook: true });
    const [, stale] = await receiver.arrived(2);
    expect(await isSigned(sandbox, stale)).toBe(true);
    expect(Date.now() / 1000 - Number(stale?.headers["x-fal-webhook-timestamp"])).toBeGreaterThan(300);
  });

  it("[lost-submit] drops the connection, yet the run happens", async () => {
    await expect(fal.submit({ prompt: "a fox [lost-submit]", ...small }, { webhook: true })).rejects.toThrow();
    expect(JSON.parse((await receiver.arrived(1))[0]?.body ?? "")).toMatchObject({ status: "OK" });
  });

  it("[locked-poll] hides the status while the run goes on", async () => {
    const ticket = await fal.accepted({ prompt: "a fox [locked-poll]", ...small }, { webhook: true });
    expect((await fal.get(ticket.status_url)).status).toBe(403);
    await receiver.arrived(1);
    expect((await fal.get(ticket.response_url)).status).toBe(200);
  });

  it("[cancel-ignored] acknowledges and completes", async () => {
    const ticket = await fal.accepted({ prompt: "a fox [slow] [cancel-ignored]", ...small });
    expect((await fal.cancel(ticket)).status).toBe(202);
    await fal.completed(ticket);
    expect((await fal.get(ticket.response_url)).status).toBe(200);
  });

  it("[corrupt] serves half of the file", async () => {
    const image = await fal.firstImageOf(await fal.resultOf({ prompt: "a fox [corrupt]", ...small }));
    const bytes = Buffer.from(await (await fetch(image.url)).arrayBuffer());
    expect(bytes.length).toBe(Math.floor(image.file_size / 2));
    await expect(sharp(bytes).raw().toBuffer()).rejects.toThrow();
  });

  it.each([
    ["html", 200, "text/html"],
    ["expired-url", 403, "application/xml"],
  ])("[%s] answers the file's address with %i %s", async (fault, status, type) => {
    const image = await fal.firstImageOf(await fal.resultOf({ prompt: `a fox [${fault}]`, ...small }));
    const response = await fetch(image.url);
    expect([response.status, response.headers.get("content-type")?.split(";")[0]]).toEqual([status, type]);
  });

  it("[private-redirect] points inwards", async () => {
    const image = await fal.firstImageOf(await fal.resultOf({ prompt: "a fox [private-redirect]", ...small }));
    const response = await fetch(image.url, { redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([302, "http://127.0.0.1:1/"]);
  });

  it("[429] and [locked] refuse the submit", async () => {
    const busy = await fal.submit({ prompt: "a fox [429]" });
    expect([busy.status, busy.headers.get("x-fal-needs-retry")]).toEqual([429, "1"]);
    const locked = await fal.submit({ prompt: "a fox [locked]" });
    expect(locked.status).toBe(403);
    expect(await locked.json()).toMatchObject({ detail: expect.stringContaining("Exhausted balance") });
  });

  it("can be armed for inputs without a prompt, as often as asked", async () => {
    expect((await armFaults(sandbox, { fal: ["fail"], times: 1 })).status).toBe(200);
    const endpoint = "fal-ai/bria/background/remove";
    expect((await fal.resultOf({ image_url: await photo() }, { endpoint })).status).toBe(503);
    expect((await fal.resultOf({ image_url: await photo() }, { endpoint })).status).toBe(200);
  });

  it("must be one that exists", async () => {
    expect((await armFaults(sandbox, { fal: ["explode"] })).status).toBe(400);
    expect((await armFaults(sandbox, { nobody: ["fail"] })).status).toBe(400);
    expect((await armFaults(sandbox, { fal: ["fail"], times: 0 })).status).toBe(400);
  });
});
