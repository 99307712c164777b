import { duration, type MemberActor } from "@covenant/domain";
import type { FailureClass, Outcome, Submitted } from "@covenant/providers";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { accepted, waiting } from "../testing/scripted-provider.ts";
import { attemptsOn, openStudio } from "../testing/test-attempts.ts";
import { type TestStudio, testStudio } from "../testing/test-studio.ts";
import { readAttempt } from "./read-attempt.ts";
import { sweepGenerations } from "./sweep-generations.ts";

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

const { attemptsOf, run, lastAttempt, started, view, balance, jobsAbout } = attemptsOn(
  () => studio,
  () => member,
);
const price = 2;
const failed = (of: FailureClass, category: "hate" | null = null): Outcome => ({
  kind: "failed",
  failure: { class: of, category, stage: "run", detail: "scripted" },
});
const lost: Submitted = { kind: "unknown-outcome", detail: "scripted" };

it("takes a request from the queue to a delivered file, charged once", async () => {
  const { generationId, attemptId, turn } = await started();
  expect(await view(generationId)).toMatchObject({ state: "running", events: [{ stage: "Waiting to start" }, {}] });
  await readAttempt(studio.deps, { attemptId, turn });
  expect(await view(generationId)).toMatchObject({
    state: "delivered",
    artifacts: [{ format: "png", width: 8, height: 8, url: expect.stringContaining("http") }],
    creditLines: [{ kind: "held" }, { kind: "captured", credits: price }],
  });
  expect(await balance()).toMatchObject({ available: 100 - price, held: 0 });
});

it("delivers once when five reads find the result together, and keeps one set of files", async () => {
  const { generationId, attemptId } = await started();
  const earlier = await studio.deps.keys.listUnclaimed(0, 1000);
  await Promise.all(Array.from({ length: 5 }, () => readAttempt(studio.deps, { attemptId, turn: 0 })));
  const { artifacts, creditLines } = await view(generationId);
  expect(artifacts).toHaveLength(1);
  expect(creditLines).toMatchObject([{ kind: "held" }, { kind: "captured", credits: price }]);
  const readable = await studio.deps.keys.listUnclaimed(0, 1000);
  expect(readable.filter((id) => !earlier.includes(id))).toEqual(artifacts.map(({ id }) => id));
  expect(await balance()).toMatchObject({ available: 100 - price, held: 0 });
});

it("sends the prompt and the route's own parameters, and nothing that says whose they are", async () => {
  const { attemptId } = await started();
  const { email } = await studio.deps.db.rows.member.findUniqueOrThrow({ where: { id: member.memberId } });
  const submission = studio.provider.submissions.find((each) => each.attemptId === attemptId);
  expect(submission).toMatchObject({ input: { prompt: "a lighthouse" }, retention: "no-store" });
  const sent = JSON.stringify(submission);
  for (const identifying of [email, email.split("@")[0] ?? email, member.memberId, "mem_", "gen_", "image-ai-run"]) {
    expect(sent).not.toContain(identifying);
  }
});

it("makes one attempt of a job delivered twice, in turn and at once", async () => {
  const sent = studio.provider.submissions.length;
  const generationId = await studio.request(member);
  await Promise.all([run(generationId), run(generationId), run(generationId)]);
  await run(generationId);
  expect(studio.provider.submissions.length - sent).toBe(1);
  expect(await attemptsOf(generationId)).toMatchObject([{ state: "submitted" }]);
});

it("never repeats a submission whose answer was lost, and gives it up a day after its deadline", async () => {
  const sent = studio.provider.submissions.length;
  studio.provider.onSubmit(() => lost);
  const { generationId, attemptId } = await started();
  expect(await attemptsOf(generationId)).toMatchObject([{ state: "unknown", handle: null }]);
  for (let turn = 0; turn < 3; turn += 1) {
    await run(generationId);
    await readAttempt(studio.deps, { attemptId, turn });
  }
  expect(studio.provider.submissions.length - sent).toBe(1);
  studio.deps.clock.advance(duration.seconds(120));
  await Promise.all([1, 2].map(() => readAttempt(studio.deps, { attemptId, turn: 3 })));
  expect(await view(generationId)).toMatchObject({ state: "running" });
  expect((await view(generationId)).events.at(-1)?.stage).toBe("A person finds out whether the model took it");
  expect(await balance()).toMatchObject({ available: 100 - price, held: price });
  studio.deps.clock.advance(duration.days(1));
  await readAttempt(studio.deps, { attemptId, turn: 3 });
  expect(await view(generationId)).toMatchObject({ state: "failed", reason: "provider-timeout" });
  expect(studio.provider.submissions.length - sent).toBe(1);
  expect(await balance()).toMatchObject({ available: 100, held: 0 });
});

it("follows an attempt whose process died before the answer was written, and does not repeat it", async () => {
  const generationId = await studio.request(member);
  studio.provider.onSubmit(() => Promise.reject(new Error("the process died")));
  await expect(run(generationId)).rejects.toThrow("died");
  const sent = studio.provider.submissions.length;
  studio.provider.onSubmit(({ attemptId }) => accepted(attemptId));
  await run(generationId);
  expect(studio.provider.submissions.length).toBe(sent);
  expect(await attemptsOf(generationId)).toMatchObject([{ state: "unknown" }]);
});

it("stops waiting at the deadline, charges nothing and asks the upstream to stop", async () => {
  const { generationId, attemptId, turn } = await started();
  studio.provider.onRead(() => waiting);
  studio.deps.clock.advance(duration.seconds(119));
  await readAttempt(studio.deps, { attemptId, turn });
  expect(await view(generationId)).toMatchObject({ state: "running" });
  studio.deps.clock.advance(duration.seconds(1));
  await Promise.all([1, 2, 3].map(() => readAttempt(studio.deps, { attemptId, turn: 1 })));
  expect(await view(generationId)).toMatchObject({ state: "failed", reason: "provider-timeout" });
  expect(studio.provider.cancelled.filter(({ upstreamId }) => upstreamId === attemptId)).toHaveLength(1);
  expect(await balance()).toMatchObject({ available: 100, held: 0 });
  await readAttempt(studio.deps, { attemptId, turn: 1 });
  expect(await view(generationId)).toMatchObject({ state: "failed", artifacts: [] });
});

it("delivers what was ready in time and is read only after its deadline", async () => {
  const { generationId, attemptId, turn } = await started();
  studio.deps.clock.advance(duration.minutes(30));
  await Promise.all([1, 2].map(() => readAttempt(studio.deps, { attemptId, turn })));
  expect(await view(generationId)).toMatchObject({ state: "delivered", artifacts: [{}] });
  expect(await balance()).toMatchObject({ available: 100 - price, held: 0 });
});

it("takes a refusal that it finds at the last look for a refusal", async () => {
  const { generationId, attemptId, turn } = await started();
  studio.provider.onRead(() => failed("policy-input", "hate"));
  studio.deps.clock.advance(duration.minutes(30));
  await readAttempt(studio.deps, { attemptId, turn });
  expect(await view(generationId)).toMatchObject({ state: "blocked", reason: "upstream-refused-prompt" });
});

it.each<[string, () => Outcome]>([
  ["is still at work", () => waiting],
  ["failed", () => failed("transient")],
  ["forgot the job", () => ({ kind: "gone" })],
  [
    "cannot be asked",
    () => {
      throw new Error("the adapter is broken");
    },
  ],
])("looks once more at the deadline, and ends as too late where the upstream %s", async (_, answer) => {
  const { generationId, attemptId, turn } = await started();
  studio.provider.onRead(answer);
  studio.deps.clock.advance(duration.seconds(120));
  const looks = studio.provider.reads.length;
  await readAttempt(studio.deps, { attemptId, turn });
  expect(studio.provider.reads.length - looks).toBe(1);
  expect(await view(generationId)).toMatchObject({ state: "failed", reason: "provider-timeout" });
  expect(await balance()).toMatchObject({ available: 100, held: 0 });
});

it("gives a request that waited nine minutes for a worker as long to finish as any other", async () => {
  const generationId = await studio.request(member);
  studio.deps.clock.advance(duration.minutes(9));
  await run(generationId);
  studio.deps.clock.advance(duration.seconds(100));
  await readAttempt(studio.deps, { attemptId: await lastAttempt(generationId), turn: 0 });
  expect(await view(generationId)).toMatchObject({ state: "delivered" });
});

it("makes no further attempt after the deadline", async () => {
  const { generationId, attemptId, turn } = await started();
  studio.provider.onRead(() => failed("transient"));
  await readAttempt(studio.deps, { attemptId, turn });
  const sent = studio.provider.submissions.length;
  studio.deps.clock.advance(duration.seconds(121));
  await run(generationId);
  expect(studio.provider.submissions.length).toBe(sent);
  expect(await view(generationId)).toMatchObject({ state: "failed", reason: "provider-timeout" });
});

it("plans one further read, however many jobs ask for the same one", async () => {
  const { attemptId } = await started();
  studio.provider.onRead(() => waiting);
  await Promise.all([1, 2, 3, 4].map(() => readAttempt(studio.deps, { attemptId, turn: 0 })));
  await readAttempt(studio.deps, { attemptId }); // A webhook asks in between.
  const turns = (await jobsAbout(attemptId)).map(({ data }) => data.turn);
  expect(turns).toEqual([0, 1]);
  const read = studio.provider.reads.length;
  await readAttempt(studio.deps, { attemptId, turn: 0 });
  expect(studio.provider.reads.length).toBe(read);
});

it("says each stage once, and looks less often as time goes on", async () => {
  const { generationId, attemptId } = await started();
  studio.provider.onRead(() => waiting);
  for (let turn = 0; turn < 9; turn += 1) await readAttempt(studio.deps, { attemptId, turn });
  expect((await view(generationId)).events.map(({ stage }) => stage)).toEqual([
    "Waiting to start",
    "Sent to the model",
    "The model is at work",
  ]);
  const delays = (await jobsAbout(attemptId)).map(({ delay }) => delay);
  expect(delays.slice(0, 3)).toEqual([2000, 2000, 2600]);
  expect(delays.at(-1)).toBe(15_000);
});

it("revives what nobody has touched for a while, and leaves the rest alone", async () => {
  const queued = await studio.request(member);
  const { generationId: running, attemptId } = await started();
  await studio.deps.db.query("DELETE FROM bullmq.job", []);
  await sweepGenerations(studio.deps, 3600);
  expect(await jobsAbout(queued, running, attemptId)).toEqual([]);
  await sweepGenerations(studio.deps, 0);
  expect(await jobsAbout(queued)).toMatchObject([{ name: "run-attempt" }]);
  expect(await jobsAbout(attemptId)).toMatchObject([{ name: "read-attempt", data: { turn: 0 } }]);
  await run(queued);
  for (const each of [attemptId, await lastAttempt(queued)])
    await readAttempt(studio.deps, { attemptId: each, turn: 0 });
  for (const each of [queued, running]) expect(await view(each)).toMatchObject({ state: "delivered" });
});
