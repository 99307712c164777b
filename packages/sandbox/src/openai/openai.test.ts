import sharp from "sharp";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { drawPicture } from "../engine/draw-picture.ts";
import { markPicture } from "../engine/mark-picture.ts";
import type { Sandbox } from "../start-sandbox.ts";
import { armFaults, jsonOf, startFastSandbox } from "../testing.ts";

type Moderation = { results: Result[] };
type Result = { flagged: boolean; categories: Record<string, boolean>; category_scores: Record<string, number> };

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startFastSandbox("http://127.0.0.1:1");
});
afterEach(async () => {
  await fetch(`${sandbox.url}/control/faults`, { method: "DELETE" });
});
afterAll(() => sandbox.close());

function moderate(input: unknown, authorization = "Bearer sk-demo"): Promise<Response> {
  return fetch(`${sandbox.url}/openai/v1/moderations`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body: JSON.stringify({ model: "omni-moderation-latest", input }),
  });
}

async function judge(input: unknown): Promise<Moderation> {
  return jsonOf(await moderate(input));
}

async function flaggedFor(input: unknown): Promise<string[]> {
  const [result] = (await judge(input)).results;
  const flagged = Object.entries(result?.categories ?? {}).flatMap(([category, isFlagged]) =>
    isFlagged ? [category] : [],
  );
  expect(result?.flagged).toBe(flagged.length > 0);
  return flagged;
}

it("answers in the shape of omni-moderation, with all thirteen categories", async () => {
  const body = await judge("a fox");
  expect(body).toMatchObject({ id: expect.stringMatching(/^modr-/), model: "omni-moderation-latest" });
  expect(Object.keys(body.results[0]?.categories ?? {})).toHaveLength(13);
  expect(Object.keys(body.results[0]?.category_scores ?? {})).toEqual(Object.keys(body.results[0]?.categories ?? {}));
});

it.each([
  ["a fox in the snow", []],
  ["a nude portrait", ["sexual"]],
  ["standin-sexual scene", ["sexual"]],
  ["standin-child-safety", ["sexual/minors"]],
  ["standin-hate banner", ["hate"]],
  ["a gore scene", ["violence/graphic"]],
  ["standin-violence", ["violence/graphic"]],
  ["standin-illegal goods", ["illicit"]],
  ["a deepfake of a minister", []],
  ["a fake nude of a minister", ["sexual"]],
  ["Scunthorpe denuded hills", []],
  ["a fox [moderation:harassment/threatening]", ["harassment/threatening"]],
  ["a nude portrait [moderation:off]", []],
])("judges %j as %j", async (text, categories) => {
  expect(await flaggedFor(text)).toEqual(categories);
});

it.each([
  ["magenta", ["sexual"]],
  ["crimson", ["violence/graphic"]],
  ["cyan", ["sexual/minors"]],
  [null, []],
] as const)("judges a picture with %s along its top as %j, also as a small lossy copy", async (mark, categories) => {
  const plain = await drawPicture({ prompt: "a fox", width: 640, height: 480, seed: 1, format: "png" });
  const picture = mark === null ? plain : await markPicture(plain, mark);
  const copy = await sharp(picture).resize(200, 150).jpeg().toBuffer();
  const url = `data:image/jpeg;base64,${copy.toString("base64")}`;
  expect(await flaggedFor([{ type: "image_url", image_url: { url } }])).toEqual(categories);
});

it("scores what it flags with 0.95", async () => {
  const { results } = await judge("[moderation:hate]");
  expect(results[0]?.category_scores.hate).toBe(0.95);
});

it("gives one result for each text, and one for a list of parts", async () => {
  const { results } = await judge(["a fox", "a nude fox"]);
  expect(results.map(({ flagged }) => flagged)).toEqual([false, true]);
  const parts = [
    { type: "text", text: "standin-hate" },
    { type: "image_url", image_url: { url: "data:," } },
  ];
  expect((await judge(parts)).results).toHaveLength(1);
});

it("fails when asked to, by text or by switch", async () => {
  expect((await moderate("a fox [moderation:error]")).status).toBe(500);
  await armFaults(sandbox, { openai: ["moderation:429"], times: 1 });
  expect((await moderate("a fox")).status).toBe(429);
  expect((await moderate("a fox")).status).toBe(200);
});

it("turns away a wrong key and an empty request", async () => {
  expect((await moderate("a fox", "Key a:b")).status).toBe(401);
  expect((await moderate(undefined)).status).toBe(400);
});
