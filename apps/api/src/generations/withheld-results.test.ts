import type { GenerationId, MemberActor, Signal } from "@covenant/domain";
import type { Outcome } from "@covenant/providers";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { purgeFile } from "../artifacts/purge-file.ts";
import { paintedPicture } from "../testing/painted-picture.ts";
import { outputUrl } from "../testing/scripted-provider.ts";
import { attemptsOn, openStudio } from "../testing/test-attempts.ts";
import { smallPicture, type TestStudio, testStudio } from "../testing/test-studio.ts";
import { readAttempt } from "./read-attempt.ts";

let studio: TestStudio;
let member: MemberActor;
beforeAll(async () => {
  studio = await testStudio();
});
beforeEach(async () => {
  member = await openStudio(studio);
  studio.see(null);
  studio.fetches(smallPicture);
});
afterAll(async () => {
  expect(await studio.audit()).toEqual([]);
  await studio.deps.close();
});

const { run, lastAttempt, view, balance } = attemptsOn(
  () => studio,
  () => member,
);

const sexual: Signal = { source: "moderation", category: "sexual", confidence: 0.95 };
const black = () =>
  sharp({ create: { width: 64, height: 64, channels: 3, background: "#000" } })
    .jpeg()
    .toBuffer();
const both: Outcome = {
  kind: "finished",
  outputs: (["main", "extra"] as const).map((role) => ({ format: "png", url: outputUrl, role })),
  withheld: 0,
};

async function generate(): Promise<GenerationId> {
  const id = await studio.request(member);
  await run(id);
  await readAttempt(studio.deps, { attemptId: await lastAttempt(id) });
  return id;
}

const rows = () => studio.deps.db.rows;

it("withholds a picture the moderation model is sure about, blames and charges nobody, and calls a person", async () => {
  studio.see(sexual);
  const id = await generate();
  expect(await view(id)).toMatchObject({
    state: "blocked",
    reason: "output-refused",
    sentence: "A safety check withheld the result. Your prompt is not what was judged.",
    strike: null,
    artifacts: [],
    attempts: [{ outcome: "failed" }],
    creditLines: [{ kind: "held" }, { kind: "released" }],
  });
  expect(await balance()).toMatchObject({ available: 100, held: 0 });
  expect(await rows().strike.count({ where: { generationId: id } })).toBe(0);
  expect(await rows().case.findUniqueOrThrow({ where: { generationId: id } })).toMatchObject({
    state: "open",
    category: "sexual",
    creditsUnderReview: 0,
    dueAt: null,
    signals: [sexual],
  });
  expect(await rows().imprint.count({ where: { generationId: id } })).toBe(1);
});

it.each<[string, Signal | null, () => Promise<Uint8Array>]>([
  ["is one black area, flag or not", null, black],
  ["is doubtful", { ...sexual, confidence: 0.6 }, smallPicture],
  ["is flagged without a category", { ...sexual, category: null }, smallPicture],
])("withholds a picture that %s, and calls nobody", async (_, signal, picture) => {
  studio.see(signal);
  studio.fetches(picture);
  const id = await generate();
  expect(await view(id)).toMatchObject({ state: "blocked", reason: "output-refused", artifacts: [] });
  expect(await balance()).toMatchObject({ available: 100, held: 0 });
  expect(await rows().case.count({ where: { generationId: id } })).toBe(0);
});

it("calls a person at any doubt about a child, and says to the member what it says of every withheld result", async () => {
  studio.see({ ...sexual, category: "child-safety", confidence: 0.55 });
  const id = await generate();
  studio.see(sexual);
  const other = await view(await generate());
  const seen = await view(id);
  expect(await rows().case.findUniqueOrThrow({ where: { generationId: id } })).toMatchObject({
    category: "child-safety",
  });
  expect(seen).toMatchObject({ sentence: other.sentence, category: other.category, state: other.state });
  expect(seen.events.map(({ stage }) => stage)).toEqual(other.events.map(({ stage }) => stage));
});

it("delivers what nothing is found in, also while the moderation model cannot be heard", async () => {
  const deaf = { ...studio.deps, moderate: () => Promise.reject(new Error("not reachable")) };
  const id = await studio.request(member);
  await run(id);
  await readAttempt(deaf, { attemptId: await lastAttempt(id) });
  expect(await view(id)).toMatchObject({ state: "delivered" });
});

it("delivers the rest of several", async () => {
  let fetched = 0;
  studio.fetches(() => {
    fetched += 1;
    return fetched === 2 ? black() : smallPicture();
  });
  studio.provider.onRead(() => ({
    ...both,
    outputs: [1, 2, 3].map(() => ({ format: "png", url: outputUrl, role: "main" })),
  }));
  const ended = await view(await generate());
  expect(ended.artifacts).toHaveLength(2);
  expect(ended.state).toBe("delivered");
});

it("delivers no result whose companion shows what may not be shown", async () => {
  let fetched = 0;
  studio.fetches(() => {
    fetched += 1;
    return fetched === 2 ? black() : smallPicture();
  });
  studio.provider.onRead(() => both);
  expect(await view(await generate())).toMatchObject({ state: "blocked", reason: "output-refused", artifacts: [] });
});

it("forgets what a picture looks like with its key", async () => {
  studio.fetches(() => paintedPicture(3));
  const { artifacts } = await view(await generate());
  const artifactId = artifacts[0]?.id;
  if (artifactId === undefined) throw new Error("nothing was delivered");
  expect(await rows().imprint.count({ where: { artifactId } })).toBe(1);
  await purgeFile(studio.deps, { kind: "artifact", id: artifactId, cause: "member-request" });
  expect(await rows().imprint.count({ where: { artifactId } })).toBe(0);
});
