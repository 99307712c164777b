import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Sandbox } from "../start-sandbox.ts";
import { armFaults, startFastSandbox } from "../testing.ts";

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

async function flaggedFor(input: unknown): Promise<string[]> {
  const { results } = await (await moderate(input)).json();
  const flagged = Object.keys(results[0].categories).filter((category) => results[0].categories[category]);
  expect(results[0].flagged).toBe(flagged.length > 0);
  return flagged;
}

it("answers in the shape of omni-moderation, with all thirteen categories", async () => {
  const body = await (await moderate("a fox")).json();
  expect(body).toMatchObject({ id: expect.stringMatching(/^modr-/), model: "omni-moderation-latest" });
  expect(Object.keys(body.results[0].categories)).toHaveLength(13);
  expect(Object.keys(body.results[0].category_scores)).toEqual(Object.keys(body.results[0].categories));
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

it("scores what it flags with 0.95", async () => {
  const { results } = await (await moderate("[moderation:hate]")).json();
  expect(results[0].category_scores.hate).toBe(0.95);
});

it("gives one result for each text, and one for a list of parts", async () => {
  expect(
    (await (await moderate(["a fox", "a nude fox"])).json()).results.map(
      (result: { flagged: boolean }) => result.flagged,
    ),
  ).toEqual([false, true]);
  const parts = [
    { type: "text", text: "standin-hate" },
    { type: "image_url", image_url: { url: "data:," } },
  ];
  expect((await (await moderate(parts)).json()).results).toHaveLength(1);
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
