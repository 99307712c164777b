import { afterEach, beforeEach, expect, it } from "vitest";
import { type FarEnd, startFarEnd } from "../../far-end.ts";
import type { Submission } from "../../spec.ts";
import { attemptAt, smallPicture } from "../../testing/stage.ts";
import { gemini } from "./gemini.ts";

let far: FarEnd;
beforeEach(async () => {
  far = await startFarEnd();
});
afterEach(() => far.close());

const fields: Submission["fields"] = {
  inputs: {
    prompt: "text",
    image: { field: "inlineData", takesList: true },
    size: { field: "generationConfig.imageConfig.aspectRatio", as: { "1264x848": "3:2" } },
  },
  outputs: [{ path: "candidates[].content.parts[].inlineData.data", format: "png", role: "main" }],
};
const parameters = { generationConfig: { responseModalities: ["IMAGE"], imageConfig: { imageSize: "1K" } } };
const input = { prompt: "a lighthouse", size: "1264x848", image: smallPicture, parameters };
const submit = () =>
  gemini({ baseUrl: far.origin, apiKey: "key" }).submit(
    attemptAt("image-to-image", { upstreamModel: "a/model", fields, input }),
  );
const answers = (status: number, json: unknown) => far.answer(() => ({ status, json }));
const image = (data: string, mimeType = "image/png") => ({ inlineData: { mimeType, data } });

it("puts words and picture into one turn, and the size where its name leads, leaving the route's parameters as they are", async () => {
  answers(200, { candidates: [{ content: { parts: [image("cG5n", "image/jpeg")] }, finishReason: "STOP" }] });
  const submitted = await submit();
  expect(submitted).toMatchObject({ kind: "answered", outcome: { outputs: [{ format: "jpeg", role: "main" }] } });
  const [request] = far.requests;
  expect(request).toMatchObject({
    path: "/v1beta/models/a%2Fmodel:generateContent",
    headers: { "x-goog-api-key": "key" },
  });
  expect(JSON.parse(String(request?.body))).toEqual({
    contents: [{ role: "user", parts: [{ text: "a lighthouse" }, image(smallPicture.bytes.toString("base64"))] }],
    generationConfig: { responseModalities: ["IMAGE"], imageConfig: { imageSize: "1K", aspectRatio: "3:2" } },
  });
  expect(parameters.generationConfig.imageConfig).toEqual({ imageSize: "1K" });
});

it("leaves out drafts, counts what is billed, and withholds what was blocked beside what was made", async () => {
  answers(200, {
    candidates: [
      { content: { parts: [{ ...image("ZHJhZnQ="), thought: true }, image("cG5n")] }, finishReason: "STOP" },
      { content: {}, finishReason: "IMAGE_SAFETY" },
    ],
    usageMetadata: { promptTokenCount: 9, candidatesTokenCount: 1120, thoughtsTokenCount: 30 },
  });
  expect(await submit()).toEqual({
    kind: "answered",
    outcome: { kind: "finished", withheld: 1, outputs: [{ bytes: Buffer.from("png"), format: "png", role: "main" }] },
    usage: { inputTokens: 9, outputTokens: 1150 },
  });
});

const ended = (finishReason: string, parts: object[] = []) => ({ candidates: [{ content: { parts }, finishReason }] });
it.each([
  [{ promptFeedback: { blockReason: "SAFETY" } }, "policy-input", "submit"],
  [{ promptFeedback: { blockReason: "PROHIBITED_CONTENT" }, candidates: [] }, "policy-input", "submit"],
  [ended("IMAGE_SAFETY"), "policy-output", "output"],
  [ended("IMAGE_PROHIBITED_CONTENT"), "policy-output", "output"],
  [ended("IMAGE_RECITATION"), "policy-output", "output"],
  [ended("NO_IMAGE"), "policy-output", "output"],
  [ended("STOP", [{ text: "I can't create that." }]), "policy-output", "output"],
  [ended("MAX_TOKENS"), "bad-input", "run"],
  [{}, "unknown", "output"],
])("reads a good answer of %j as %s", async (body, failureClass, stage) => {
  answers(200, body);
  expect(await submit()).toMatchObject({
    kind: "answered",
    outcome: { kind: "failed", failure: { class: failureClass, stage } },
  });
});

const error = (status: string, details: object[] = []) => ({ error: { code: 400, status, message: "…", details } });
it.each([
  [400, error("INVALID_ARGUMENT"), "bad-input"],
  [400, error("INVALID_ARGUMENT", [{ reason: "API_KEY_INVALID" }]), "account"],
  [400, error("FAILED_PRECONDITION"), "account"],
  [403, error("PERMISSION_DENIED"), "account"],
  [404, error("NOT_FOUND"), "model-gone"],
  [429, error("RESOURCE_EXHAUSTED", [{ violations: [{ quotaId: "GenerateRequestsPerMinute" }] }]), "capacity"],
  [429, error("RESOURCE_EXHAUSTED", [{ violations: [{ quotaId: "GenerateRequestsPerDay" }] }]), "account"],
  [503, error("UNAVAILABLE"), "transient"],
  [504, error("DEADLINE_EXCEEDED"), "transient"],
  [418, {}, "bad-input"],
])("reads %i %j as %s", async (status, json, failureClass) => {
  answers(status, json);
  expect(await submit()).toMatchObject({ kind: "refused", refusal: { class: failureClass } });
});
