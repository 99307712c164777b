import type { MemberActor } from "@covenant/domain";
import type { EraseAnswer, Handle } from "@covenant/providers";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { attemptsOn, openStudio } from "../testing/test-attempts.ts";
import { type TestStudio, testStudio } from "../testing/test-studio.ts";
import { eraseUpstream } from "./erase-upstream.ts";
import { readAttempt } from "./read-attempt.ts";
import { viewAttemptsForStaff } from "./view-attempts.ts";

let studio: TestStudio;
let member: MemberActor;
const erased: Handle[] = [];
let answer: EraseAnswer;
beforeAll(async () => {
  studio = await testStudio();
  studio.provider.jobs.erase = async (handle) => {
    erased.push(handle);
    return answer;
  };
});
beforeEach(async () => {
  member = await openStudio(studio);
  erased.length = 0;
  answer = { kind: "erased" };
});
afterAll(() => studio.deps.close());

const { started, attemptsOf, jobsAbout } = attemptsOn(
  () => studio,
  () => member,
);
const erasures = async (attemptId: string) =>
  (await jobsAbout(attemptId)).filter(({ name }) => name === "erase-upstream").length;

it("asks for it when an attempt is over, delivered or failed, and not before", async () => {
  const delivered = await started();
  expect(await erasures(delivered.attemptId)).toBe(0);
  await eraseUpstream(studio.deps, delivered);
  expect(erased).toEqual([]);
  await readAttempt(studio.deps, delivered);
  expect(await erasures(delivered.attemptId)).toBe(1);

  const failed = await started();
  const failure = { class: "policy-output", category: null, stage: "output", detail: "scripted" } as const;
  studio.provider.onRead(() => ({ kind: "failed", failure }));
  await readAttempt(studio.deps, failed);
  expect(await erasures(failed.attemptId)).toBe(1);
});

it("names the job to its provider, and lets the queue come again while it cannot be reached", async () => {
  const { generationId, attemptId, turn } = await started();
  await readAttempt(studio.deps, { attemptId, turn });
  answer = { kind: "unknown", detail: "status 503" };
  await expect(eraseUpstream(studio.deps, { attemptId })).rejects.toMatchObject({ name: "ProviderFault" });
  answer = { kind: "gone" };
  await eraseUpstream(studio.deps, { attemptId });
  const [attempt] = await attemptsOf(generationId);
  expect(erased).toEqual([attempt?.handle, attempt?.handle]);
  const at = studio.deps.clock.now().toISOString();
  expect(await viewAttemptsForStaff(studio.deps.db, generationId)).toMatchObject([
    { usage: null, erased: { answer: "gone", at: expect.stringContaining(at.slice(0, 19)) } },
  ]);
});
