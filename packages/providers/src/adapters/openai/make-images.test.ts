import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FarEnd, startFarEnd } from "../../far-end.ts";
import type { Submission } from "../../spec.ts";
import { attemptAt, smallPicture } from "../../testing/stage.ts";
import { openAi } from "./openai.ts";

let far: FarEnd;
beforeEach(async () => {
  far = await startFarEnd();
});
afterEach(() => far.close());

const fields: Submission["fields"] = {
  inputs: {
    prompt: "prompt",
    image: { field: "image[]", takesList: true },
    size: { field: "size", as: { "1024x1024": "1024x1024" } },
  },
  outputs: [{ path: "data[].b64_json", format: "png", role: "main" }],
};
const input = { prompt: "a lighthouse", size: "1024x1024", parameters: { n: 1, quality: "medium", prompt: "fixed" } };
const wanted = { upstreamModel: "gpt-image-2", fields, input };
const submit = (operation: "text-to-image" | "image-to-image", image = {}) =>
  openAi({ baseUrl: far.origin, apiKey: "sk-test" }).submit(
    attemptAt(operation, { ...wanted, input: { ...input, ...image } }),
  );
const answers = (status: number, json: unknown, headers: Record<string, string> = {}) =>
  far.answer(() => ({ status, json, headers }));

it("names the model, lets the member's words win over a route's, and says nothing of whose they are", async () => {
  answers(200, { data: [{ b64_json: "cG5n" }], output_format: "webp" });
  expect(await submit("text-to-image")).toEqual({
    kind: "answered",
    outcome: { kind: "finished", withheld: 0, outputs: [{ bytes: Buffer.from("png"), format: "webp", role: "main" }] },
    usage: null,
  });
  const [request] = far.requests;
  expect(request).toMatchObject({ method: "POST", path: "/v1/images/generations" });
  expect(request?.headers.authorization).toBe("Bearer sk-test");
  expect(JSON.parse(String(request?.body))).toEqual({
    model: "gpt-image-2",
    prompt: "a lighthouse",
    size: "1024x1024",
    n: 1,
    quality: "medium",
  });
});

it("sends an edit as a form, with the picture as a file", async () => {
  answers(200, { data: [{ b64_json: "cG5n" }] });
  await submit("image-to-image", { image: smallPicture });
  const [request] = far.requests;
  expect(request?.path).toBe("/v1/images/edits");
  const type = String(request?.headers["content-type"]);
  const form = await new Response(new Uint8Array(request?.body ?? []), {
    headers: { "content-type": type },
  }).formData();
  expect([...form.keys()].toSorted()).toEqual(["image[]", "model", "n", "prompt", "quality", "size"]);
  const file = form.get("image[]");
  expect(file instanceof Blob && [file.type, file.size]).toEqual(["image/png", smallPicture.bytes.length]);
});

it("refuses a picture too large for an edit before calling anybody", async () => {
  const image = { bytes: new Uint8Array(50_000_001), contentType: "image/png" };
  await expect(submit("image-to-image", { image })).rejects.toMatchObject({ code: "upload/too-large" });
  expect(far.requests).toHaveLength(0);
});

describe("classifying failures", () => {
  const details = (moderation_stage: string, categories: string[]) => ({
    moderation_details: { moderation_stage, categories },
  });

  it.each([
    [400, { code: "moderation_blocked", ...details("input", ["violence"]) }, "policy-input", "submit", "violence"],
    [400, { code: "moderation_blocked", ...details("output", ["sexual"]) }, "policy-output", "output", "sexual"],
    [400, { code: "moderation_blocked", ...details("unknown", []) }, "policy-input", "unknown", null],
    [
      400,
      { code: "moderation_blocked", message: "safety_violations=[sexual_minors]." },
      "policy-input",
      "unknown",
      "child-safety",
    ],
    [400, { code: "content_policy_violation" }, "policy-input", "unknown", null],
    [400, { code: "billing_hard_limit_reached" }, "account", "submit", null],
    [400, { code: "unknown_parameter", param: "sizes" }, "bad-input", "submit", null],
    [403, { message: "Your organization must be verified." }, "account", "submit", null],
    [404, { code: "model_not_found" }, "model-gone", "submit", null],
    [429, { code: "insufficient_quota" }, "account", "submit", null],
    [429, { code: "rate_limit_exceeded" }, "capacity", "submit", null],
    [500, { code: null }, "transient", "submit", null],
  ])("reads %i %j as %s", async (status, error, failureClass, stage, category) => {
    answers(status, { error }, { "retry-after": "7" });
    expect(await submit("text-to-image")).toMatchObject({
      kind: "refused",
      refusal: { class: failureClass, stage, category, retryAfterSeconds: 7 },
    });
  });

  it("keeps prompts and free text out of the detail", async () => {
    answers(400, { error: { code: "a lighthouse", message: "a lighthouse", param: "a lighthouse" } });
    expect(JSON.stringify(await submit("text-to-image"))).not.toContain("lighthouse");
  });

  it.each([502, 504])("does not believe a gateway's %i that nothing was made", async (status) => {
    far.answer(() => ({ status, text: "<html>" }));
    expect((await submit("text-to-image")).kind).toBe("unknown-outcome");
    answers(status, { error: { code: "server_error" } });
    expect((await submit("text-to-image")).kind).toBe("refused");
  });
});
