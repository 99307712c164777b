import { afterEach, beforeEach, expect, it } from "vitest";
import { type FarEnd, startFarEnd } from "../../far-end.ts";
import { moderate } from "./moderate.ts";

let openAi: FarEnd;
beforeEach(async () => {
  openAi = await startFarEnd();
});
afterEach(() => openAi.close());

const ask = (question = { prompt: "words" }) =>
  moderate({ baseUrl: openAi.origin, apiKey: "sk-test", timeLimitMs: 300 }, question);

function answerWith(flagged: boolean, scores: Record<string, [boolean, number]>) {
  const entries = Object.entries(scores);
  const categories = Object.fromEntries(entries.map(([name, [isFlagged]]) => [name, isFlagged]));
  const category_scores = Object.fromEntries(entries.map(([name, [, score]]) => [name, score]));
  openAi.answer(() => ({ status: 200, json: { id: "modr-1", results: [{ flagged, categories, category_scores }] } }));
}

it("asks the model that reads text and pictures", async () => {
  answerWith(false, { sexual: [false, 0.01] });
  const image = { bytes: Buffer.from("x"), contentType: "image/png" };
  await moderate({ baseUrl: openAi.origin, apiKey: "sk-test" }, { prompt: "words", image });
  const [request] = openAi.requests;
  expect(request).toMatchObject({
    method: "POST",
    path: "/v1/moderations",
    headers: { authorization: "Bearer sk-test" },
  });
  expect(JSON.parse(String(request?.body))).toEqual({
    model: "omni-moderation-latest",
    input: [
      { type: "text", text: "words" },
      { type: "image_url", image_url: { url: "data:image/png;base64,eA==" } },
    ],
  });
});

it("says nothing about clean words", async () => {
  answerWith(false, { sexual: [false, 0.2] });
  expect(await ask()).toBeNull();
});

it.each([
  [{ sexual: [true, 0.91] }, "sexual", 0.91],
  [{ "hate/threatening": [true, 0.7], violence: [true, 0.8] }, "violence", 0.8],
  [{ sexual: [true, 0.99], "sexual/minors": [true, 0.6] }, "child-safety", 0.6],
  [{ "illicit/violent": [true, 0.5], "self-harm": [true, 0.9] }, "illegal", 0.5],
  [{ "self-harm/intent": [true, 0.9] }, null, 0.9],
  [{ sexual: [false, 0.4] }, null, 0.4],
] as [Record<string, [boolean, number]>, string | null, number][])(
  "maps %j to %s at %d",
  async (scores, category, confidence) => {
    answerWith(true, scores);
    expect(await ask()).toEqual({ source: "moderation", category, confidence });
  },
);

it("raises a fault where there is no verdict", async () => {
  openAi.answer(() => ({ status: 429, json: { error: { code: "insufficient_quota" } } }));
  await expect(ask()).rejects.toMatchObject({ name: "ProviderFault", kind: "refused", status: 429 });
  openAi.answer(() => ({ status: 200, json: { results: [] } }));
  await expect(ask()).rejects.toMatchObject({ kind: "unreadable" });
  openAi.answer(() => "silence");
  await expect(ask()).rejects.toMatchObject({ kind: "no-answer" });
  await openAi.close();
  await expect(ask()).rejects.toMatchObject({ kind: "not-sent" });
});
