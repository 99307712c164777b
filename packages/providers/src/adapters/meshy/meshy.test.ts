import { afterEach, beforeEach, expect, it } from "vitest";
import { type FarEnd, startFarEnd } from "../../far-end.ts";
import type { Submission } from "../../spec.ts";
import { attemptAt, smallPicture } from "../../testing/stage.ts";
import { meshy } from "./meshy.ts";

let far: FarEnd;
beforeEach(async () => {
  far = await startFarEnd();
});
afterEach(() => far.close());

const fields: Submission["fields"] = {
  inputs: { prompt: "texture_prompt", image: { field: "image_url", takesList: false }, size: null },
  outputs: [{ path: "model_urls.glb", format: "glb", role: "main" }],
};
const build = (changes: { moderationWords?: RegExp } = {}) =>
  meshy({ baseUrl: far.origin, apiKey: "msy_test", readLimitMs: 400, ...changes });
const handle = () => build().jobs.adopt("meshy-6", "task-1", fields);
const answers = (status: number, json: unknown) => far.answer(() => ({ status, json }));
const task = (status: string, more: object = {}) => ({ id: "task-1", status, ...more });

it("asks for moderation whatever the route says, and keeps an id", async () => {
  answers(202, { result: "task-1" });
  const parameters = { moderation: false, target_polycount: 10_000 };
  const input = { prompt: "oak", image: smallPicture, parameters };
  const submitted = await build().submit(attemptAt("image-to-3d", { upstreamModel: "meshy-6", fields, input }));
  expect(submitted).toEqual({ kind: "accepted", handle: handle() });
  const [request] = far.requests;
  expect(request?.headers.authorization).toBe("Bearer msy_test");
  expect(JSON.parse(String(request?.body))).toEqual({
    ai_model: "meshy-6",
    moderation: true,
    target_polycount: 10_000,
    texture_prompt: "oak",
    image_url: `data:image/png;base64,${smallPicture.bytes.toString("base64")}`,
  });
});

it.each([
  [task("PENDING"), { kind: "waiting", stage: "queued", alert: null }],
  [task("IN_PROGRESS"), { kind: "waiting", stage: "running", alert: null }],
  [task("PONDERING"), { kind: "waiting", stage: "unknown", alert: "unreadable" }],
  [task("CANCELED"), { kind: "failed", failure: { class: "unknown" } }],
  [task("FAILED", { task_error: { message: "Server busy" } }), { kind: "failed", failure: { class: "transient" } }],
  [task("FAILED", { task_error: null }), { kind: "failed", failure: { class: "transient" } }],
  [task("SUCCEEDED", { model_urls: { glb: "javascript:1" } }), { kind: "failed", failure: { class: "unknown" } }],
  [
    task("SUCCEEDED", { model_urls: { glb: "https://assets.meshy.ai/a.glb" } }),
    { kind: "finished", withheld: 0, outputs: [{ url: "https://assets.meshy.ai/a.glb", format: "glb", role: "main" }] },
  ],
])("reads a task %j as %j", async (json, outcome) => {
  answers(200, json);
  expect(await build().jobs.read(handle())).toMatchObject(outcome);
});

it("takes the words of a refusal from the operator, since Meshy publishes none", async () => {
  const failed = task("FAILED", { task_error: { message: "Blocked: see article 7" } });
  answers(200, failed);
  expect(await build().jobs.read(handle())).toMatchObject({ failure: { class: "transient" } });
  expect(await build({ moderationWords: /^Blocked/ }).jobs.read(handle())).toMatchObject({
    failure: { class: "policy-input", stage: "unknown", detail: "meshy task failed: moderation" },
  });
});

it("erases with DELETE and no content, and says what it does not know", async () => {
  answers(200, {});
  expect(await build().jobs.cancel(handle())).toEqual({ kind: "requested" });
  expect(far.requests[0]).toMatchObject({ method: "DELETE", path: "/openapi/v1/image-to-3d/task-1" });
  expect(far.requests[0]?.headers).not.toHaveProperty("content-type");
  answers(500, {});
  expect(await build().jobs.cancel(handle())).toMatchObject({ kind: "unknown" });
});
