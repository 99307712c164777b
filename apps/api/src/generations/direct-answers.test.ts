import { duration, type MemberActor } from "@covenant/domain";
import type { Conclusion, FailureClass, Provider, Submitted } from "@covenant/providers";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { attemptsOn, forgetTroubles } from "../testing/test-attempts.ts";
import { smallPicture, type TestStudio, testStudio } from "../testing/test-studio.ts";
import { readAttempt } from "./read-attempt.ts";
import { runAttempt } from "./run-attempt.ts";

/** A provider that works while we wait, in the place of the catalogue's. */
let answer: () => Promise<Submitted>;
let sent = 0;
const direct: Provider = {
  id: "fal",
  recipient: "model-makers",
  submit: () => {
    sent += 1;
    return answer();
  },
  jobs: null,
};

let studio: TestStudio;
let member: MemberActor;
beforeAll(async () => {
  const fetchFile = () => Promise.reject(new Error("nothing is to be fetched"));
  studio = await testStudio({ providers: new Map([[direct.id, direct]]), fetchFile });
});
beforeEach(async () => {
  studio.deps.clock.set(new Date().toISOString());
  sent = 0;
  await forgetTroubles(studio);
  member = await studio.member();
});
afterAll(async () => {
  expect(await studio.audit()).toEqual([]);
  await studio.deps.close();
});

const { attemptsOf, run, lastAttempt, view, balance } = attemptsOn(
  () => studio,
  () => member,
);
const price = 2;

const answered = (outcome: Conclusion): Submitted => ({ kind: "answered", outcome, usage: null });
const picture = async (): Promise<Submitted> =>
  answered({ kind: "finished", withheld: 0, outputs: [{ format: "png", role: "main", bytes: await smallPicture() }] });
const failed = (of: FailureClass): Submitted =>
  answered({ kind: "failed", failure: { class: of, category: null, stage: "output", detail: "scripted" } });

it("delivers what came with the answer in the same run, and charges once", async () => {
  answer = picture;
  const id = await studio.request(member);
  await run(id);
  await run(id);
  expect(await view(id)).toMatchObject({
    state: "delivered",
    artifacts: [{ format: "png", width: 8, height: 8 }],
    creditLines: [{ kind: "held" }, { kind: "captured", credits: price }],
  });
  expect(await attemptsOf(id)).toMatchObject([{ state: "finished", handle: null }]);
  expect(sent).toBe(1);
});

it.each([
  ["policy-input", { state: "blocked", reason: "upstream-refused-prompt" }],
  ["policy-output", { state: "blocked", reason: "output-refused" }],
  ["bad-input", { state: "failed", reason: "bad-input" }],
] as const)("ends with what the answer concluded: %s", async (failureClass, ending) => {
  answer = async () => failed(failureClass);
  const id = await studio.request(member);
  await run(id);
  expect(await view(id)).toMatchObject(ending);
  expect(sent).toBe(1);
});

it("tries again after bytes that are no whole picture, and after a fault of the world", async () => {
  const whole = await smallPicture();
  const half = { format: "png", role: "main", bytes: whole.subarray(0, whole.length >> 1) } as const;
  answer = async () => answered({ kind: "finished", withheld: 0, outputs: [half] });
  const id = await studio.request(member);
  await run(id);
  answer = async () => failed("transient");
  await run(id);
  answer = picture;
  await run(id);
  expect(await view(id)).toMatchObject({ state: "delivered" });
  expect(await attemptsOf(id)).toMatchObject([{ state: "failed" }, { state: "failed" }, { state: "finished" }]);
});

it("ends at once, charges nothing and sends nothing again when the answer is lost", async () => {
  answer = async () => ({ kind: "unknown-outcome", detail: "scripted" });
  const id = await studio.request(member);
  await run(id);
  await run(id);
  expect(await view(id)).toMatchObject({ state: "failed", reason: "provider-failed" });
  expect(await balance()).toMatchObject({ available: 100, held: 0 });
  expect(sent).toBe(1);
});

it("is not given up by a job that comes twice while the provider works, but at its deadline it is", async () => {
  let release = () => {};
  const worked = new Promise<void>((resolve) => {
    release = resolve;
  });
  answer = async () => {
    await worked;
    return picture();
  };
  const id = await studio.request(member);
  const working = run(id);
  while (sent === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  await run(id);
  await readAttempt(studio.deps, { attemptId: await lastAttempt(id), turn: 0 });
  expect(await view(id)).toMatchObject({ state: "running" });
  release();
  await working;
  expect(await view(id)).toMatchObject({ state: "delivered" });

  answer = () => new Promise(() => {});
  const stuck = await studio.request(member);
  void run(stuck);
  while (sent === 1) await new Promise((resolve) => setTimeout(resolve, 10));
  studio.deps.clock.advance(duration.minutes(20));
  await readAttempt(studio.deps, { attemptId: await lastAttempt(stuck) });
  expect(await view(stuck)).toMatchObject({ state: "failed", reason: "provider-timeout" });
});

it("takes no route to a provider there is no key for, and says so", async () => {
  const bare = { ...studio.deps, providers: new Map() };
  const id = await studio.request(member);
  await runAttempt(bare, { generationId: id });
  expect(await view(id)).toMatchObject({ state: "failed", reason: "provider-failed" });
  expect(await balance()).toMatchObject({ available: 100, held: 0 });
});
