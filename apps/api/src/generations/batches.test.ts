import type { MemberActor } from "@covenant/domain";
import { newId } from "@covenant/domain";
import type { Outcome } from "@covenant/providers";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { outputUrl } from "../testing/scripted-provider.ts";
import { attemptsOn, openStudio } from "../testing/test-attempts.ts";
import { pictureModel, type TestStudio, testStudio } from "../testing/test-studio.ts";
import { quoteGeneration } from "./quote-generation.ts";
import { readAttempt } from "./read-attempt.ts";
import { requestGeneration } from "./request-generation.ts";

const price = 2;
let studio: TestStudio;
let member: MemberActor;
beforeAll(async () => {
  studio = await testStudio();
});
beforeEach(async () => {
  member = await openStudio(studio);
});
afterAll(async () => {
  expect(await studio.audit()).toEqual([]);
  await studio.deps.close();
});

const { run, lastAttempt, view, balance } = attemptsOn(
  () => studio,
  () => member,
);
const madeOf = (count: number, withheld = 0): Outcome => ({
  kind: "finished",
  outputs: Array.from({ length: count }, () => ({ format: "png", url: outputUrl, role: "main" }) as const),
  withheld,
});

async function batchOf(count: number) {
  const { quoteId, credits } = await quoteGeneration(studio.deps, member, { modelId: pictureModel, count });
  const spec = { modelId: pictureModel, prompt: "a lighthouse", count };
  const { generationId } = await requestGeneration(studio.deps, member, { requestId: newId("request"), quoteId, spec });
  await run(generationId);
  return { generationId, credits, attemptId: await lastAttempt(generationId) };
}

it("is priced by the piece, asks the upstream for so many, and is charged whole when all of it came", async () => {
  const { generationId, credits, attemptId } = await batchOf(4);
  expect(credits).toBe(4 * price);
  expect(studio.provider.submissions.at(-1)?.input.count).toBe(4);
  studio.provider.onRead(() => madeOf(4));
  await Promise.all([1, 2].map(() => readAttempt(studio.deps, { attemptId })));
  expect((await view(generationId)).artifacts).toHaveLength(4);
  expect(await balance()).toMatchObject({ available: 100 - 4 * price, held: 0 });
});

it.each([
  ["was withheld", madeOf(3, 1), 3],
  ["did not come", madeOf(1), 1],
])("pays for what was delivered, and gives the rest back, where some of it %s", async (_, outcome, delivered) => {
  const { generationId, attemptId } = await batchOf(4);
  studio.provider.onRead(() => outcome);
  await readAttempt(studio.deps, { attemptId });
  const ended = await view(generationId);
  expect(ended).toMatchObject({
    state: "delivered",
    creditLines: [
      { kind: "held" },
      { kind: "captured", credits: delivered * price },
      { kind: "released", sentence: `${(4 - delivered) * price} credits returned.` },
    ],
  });
  expect(ended.artifacts).toHaveLength(delivered);
  expect(ended.events.at(-1)?.stage).toBe(`Delivered ${delivered} of 4`);
  expect(ended.rulings.some(({ explanation }) => explanation.includes(`You have ${delivered} of 4 results.`))).toBe(
    true,
  );
  expect(await balance()).toMatchObject({ available: 100 - delivered * price, held: 0 });
});

it("is refused where the model makes fewer at a time, or the quote is for another number", async () => {
  const many = quoteGeneration(studio.deps, member, { modelId: "gpt-image-2", count: 2 });
  await expect(many).rejects.toMatchObject({ code: "request/invalid", facts: { field: "count" } });
  const { quoteId } = await quoteGeneration(studio.deps, member, { modelId: pictureModel });
  const spec = { modelId: pictureModel, prompt: "a lighthouse", count: 3 };
  const ask = requestGeneration(studio.deps, member, { requestId: newId("request"), quoteId, spec });
  await expect(ask).rejects.toMatchObject({ code: "request/invalid" });
});
