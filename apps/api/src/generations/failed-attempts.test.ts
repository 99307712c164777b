import { duration, type MemberActor, Refusal } from "@covenant/domain";
import { type FailureClass, FetchFault, type Outcome } from "@covenant/providers";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { plantUpload } from "../testing/plant-upload.ts";
import { finished } from "../testing/scripted-provider.ts";
import { attemptsOn, openStudio } from "../testing/test-attempts.ts";
import { underFirstTerms } from "../testing/test-deps.ts";
import { smallPicture, type TestStudio, testStudio } from "../testing/test-studio.ts";
import { discardUpload } from "../uploads/discard-upload.ts";
import { readAttempt } from "./read-attempt.ts";

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

it.each(["transient", "capacity", "unknown"] as const)(
  "tries again after a fault of the world (%s) and charges once",
  async (faultClass) => {
    const { generationId, attemptId, turn } = await started();
    studio.provider.onRead(() => failed(faultClass));
    await readAttempt(studio.deps, { attemptId, turn });
    expect(await view(generationId)).toMatchObject({ state: "running" });
    expect((await jobsAbout(generationId)).filter(({ name }) => name === "run-attempt")).toHaveLength(2);
    studio.provider.onRead(() => finished);
    await run(generationId);
    await readAttempt(studio.deps, { attemptId: await lastAttempt(generationId), turn });
    expect(await view(generationId)).toMatchObject({ state: "delivered", creditLines: [{}, { kind: "captured" }] });
    expect(await attemptsOf(generationId)).toMatchObject([{ state: "failed" }, { state: "finished" }]);
  },
);

it("plans one further attempt when five reads find the same fault together", async () => {
  const { generationId, attemptId } = await started();
  studio.provider.onRead(() => failed("transient"));
  await Promise.all(Array.from({ length: 5 }, () => readAttempt(studio.deps, { attemptId, turn: 0 })));
  expect((await jobsAbout(generationId)).filter(({ delay }) => delay > 0)).toHaveLength(1);
});

it("gives up after three attempts and charges nothing", async () => {
  studio.provider.onSubmit(() => ({
    kind: "refused",
    refusal: { class: "capacity", category: null, stage: "submit", detail: "scripted", retryAfterSeconds: 1 },
  }));
  const generationId = await studio.request(member);
  for (let tries = 0; tries < 5; tries += 1) await run(generationId);
  expect(await attemptsOf(generationId)).toHaveLength(3);
  expect(await view(generationId)).toMatchObject({ state: "failed", reason: "provider-failed" });
  expect(await balance()).toMatchObject({ available: 100, held: 0 });
});

it("does not begin another attempt that could not end in time", async () => {
  const { generationId, attemptId, turn } = await started();
  studio.provider.onRead(() => failed("transient"));
  studio.deps.clock.advance(duration.seconds(116)); // Four of 120 seconds are left, and six are expected.
  await readAttempt(studio.deps, { attemptId, turn });
  expect(await view(generationId)).toMatchObject({ state: "failed", reason: "provider-failed" });
  expect(await balance()).toMatchObject({ available: 100, held: 0 });
});

it.each([
  ["policy-input", "blocked", "upstream-refused-prompt"],
  ["policy-output", "blocked", "output-refused"],
  ["bad-input", "failed", "bad-input"],
] as const)("never repeats what was answered with %s", async (failureClass, state, reason) => {
  const { generationId, attemptId, turn } = await started();
  studio.provider.onRead(() => failed(failureClass));
  await readAttempt(studio.deps, { attemptId, turn });
  expect(await view(generationId)).toMatchObject({ state, reason, creditLines: [{}, { kind: "released" }] });
  const sent = studio.provider.submissions.length;
  await run(generationId);
  expect(studio.provider.submissions.length).toBe(sent);
  expect(await balance()).toMatchObject({ available: 100, held: 0 });
});

it("lets a person decide on what the upstream refused with a category, and says where it was refused", async () => {
  studio.deps.clock.set(underFirstTerms);
  const { generationId, attemptId, turn } = await started();
  studio.provider.onRead(() => failed("policy-input", "hate"));
  await readAttempt(studio.deps, { attemptId, turn });
  expect(await view(generationId)).toMatchObject({
    state: "blocked",
    strike: { state: "pending" },
    creditLines: [{}, { kind: "under-review", credits: price }],
  });
  const { email } = await studio.deps.db.rows.member.findUniqueOrThrow({ where: { id: member.memberId } });
  const mail = await studio.deps.db.rows.mail.findFirstOrThrow({ where: { recipient: email } });
  expect(mail.body).toContain("The company that runs the model refused your prompt.");
  expect(mail.body).not.toContain("before it reached");
});

const page = async () => Buffer.from("<html>not a picture</html>");
const noAnswer = () => Promise.reject(new FetchFault("timeout"));

it.each([
  ["never arrived", noAnswer],
  ["was damaged on its way", page],
])("fetches a file that %s again, and buys no other attempt", async (_, broken) => {
  studio.fetches(broken);
  const { generationId, attemptId } = await started();
  const sent = studio.provider.submissions.length;
  await readAttempt(studio.deps, { attemptId, turn: 0 });
  expect(await attemptsOf(generationId)).toMatchObject([{ state: "submitted", fetchFailures: 1 }]);
  studio.fetches(smallPicture);
  await readAttempt(studio.deps, { attemptId, turn: 1 });
  expect(await view(generationId)).toMatchObject({ state: "delivered", artifacts: [{}] });
  expect(studio.provider.submissions.length).toBe(sent);
});

it("delivers once and charges once when the store failed first", async () => {
  const { generationId, attemptId } = await started();
  const sent = studio.provider.submissions.length;
  const fails = { ...studio.deps.files, write: () => Promise.reject(new Error("the store is down")) };
  const down = { ...studio.deps, files: fails };
  await expect(readAttempt(down, { attemptId, turn: 0 })).rejects.toThrow("the store is down");
  expect(await view(generationId)).toMatchObject({ state: "running", artifacts: [] });
  await readAttempt(studio.deps, { attemptId, turn: 0 });
  await readAttempt(studio.deps, { attemptId, turn: 0 });
  const { state, artifacts, creditLines } = await view(generationId);
  expect([state, artifacts.length]).toEqual(["delivered", 1]);
  expect(creditLines).toMatchObject([{ kind: "held" }, { kind: "captured" }]);
  expect(studio.provider.submissions.length).toBe(sent);
});

it("gives up a file that is larger than its kind may be", async () => {
  studio.fetches(() => Promise.reject(new FetchFault("too-large")));
  const { generationId, attemptId } = await started();
  await readAttempt(studio.deps, { attemptId, turn: 0 });
  expect(await attemptsOf(generationId)).toMatchObject([{ state: "failed" }]);
});

it("counts the attempt as failed after five fetches in vain, each after a longer wait", async () => {
  studio.fetches(page);
  const { generationId, attemptId } = await started();
  for (let turn = 0; turn < 4; turn += 1) await readAttempt(studio.deps, { attemptId, turn });
  expect((await jobsAbout(attemptId)).map(({ delay }) => delay)).toEqual([2000, 2000, 4000, 8000, 15_000]);
  expect(await attemptsOf(generationId)).toMatchObject([{ state: "submitted" }]);
  await readAttempt(studio.deps, { attemptId, turn: 4 });
  expect(await attemptsOf(generationId)).toMatchObject([{ state: "failed" }]);
  expect(await view(generationId)).toMatchObject({ state: "running", artifacts: [] });
  expect((await jobsAbout(generationId)).filter(({ name }) => name === "run-attempt")).toHaveLength(2);
});

it("counts fetches that fail together as one, and plans one further look", async () => {
  studio.fetches(noAnswer);
  const { generationId, attemptId } = await started();
  await Promise.all(Array.from({ length: 5 }, () => readAttempt(studio.deps, { attemptId, turn: 0 })));
  expect(await attemptsOf(generationId)).toMatchObject([{ state: "submitted", fetchFailures: 1 }]);
  expect((await jobsAbout(attemptId)).map(({ data }) => data.turn)).toEqual([0, 1]);
});

it("does not fetch again what no fetch may reach", async () => {
  studio.fetches(() => Promise.reject(new FetchFault("private-address")));
  const { generationId, attemptId } = await started();
  await readAttempt(studio.deps, { attemptId, turn: 0 });
  expect(await attemptsOf(generationId)).toMatchObject([{ state: "failed" }]);
});

it("fetches again also past the deadline, and then gives up uncharged", async () => {
  studio.fetches(page);
  const { generationId, attemptId } = await started();
  studio.deps.clock.advance(duration.minutes(30));
  for (let turn = 0; turn < 5; turn += 1) await readAttempt(studio.deps, { attemptId, turn });
  expect(await attemptsOf(generationId)).toMatchObject([{ state: "failed" }]);
  expect(await view(generationId)).toMatchObject({ state: "failed", reason: "provider-failed" });
  expect(await balance()).toMatchObject({ available: 100, held: 0 });
});

it("ends at once, uncharged, what the adapter will not send", async () => {
  studio.provider.onSubmit(() => Promise.reject(new Refusal("upload/too-large", { bytes: 11, limitBytes: 10 })));
  const generationId = await studio.request(member);
  await run(generationId);
  expect(await view(generationId)).toMatchObject({ state: "failed", reason: "bad-input" });
  expect(await balance()).toMatchObject({ available: 100, held: 0 });
});

it("sends nothing when the file was discarded in the meantime", async () => {
  const uploadId = await plantUpload(studio.deps, member);
  const generationId = await studio.request(member, { uploadId });
  await discardUpload(studio.deps, member, { uploadId });
  const sent = studio.provider.submissions.length;
  await run(generationId);
  expect(studio.provider.submissions.length).toBe(sent);
  expect(await view(generationId)).toMatchObject({ state: "failed", reason: "bad-input" });
});

it("uses the route for a reference picture when one came along", async () => {
  const uploadId = await plantUpload(studio.deps, member);
  await run(await studio.request(member, { uploadId }));
  expect(studio.provider.submissions.at(-1)).toMatchObject({
    operation: "image-to-image",
    input: { image: { contentType: "image/png" } },
  });
});
