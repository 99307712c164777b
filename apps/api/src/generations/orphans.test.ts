import { duration, type GenerationId, type MemberActor, type StaffActor } from "@covenant/domain";
import type { Outcome, Submitted } from "@covenant/providers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listAlarms } from "../routing/list-alarms.ts";
import { accepted, finished, waiting } from "../testing/scripted-provider.ts";
import { attemptsOn, openStudio } from "../testing/test-attempts.ts";
import { testStaff } from "../testing/test-people.ts";
import { type TestStudio, testStudio } from "../testing/test-studio.ts";
import { cancelGeneration } from "./cancel-generation.ts";
import { cancelUpstream } from "./cancel-upstream.ts";
import { attachOrphan, listOrphans, releaseOrphan } from "./orphans.ts";
import { readAttempt } from "./read-attempt.ts";

const price = 2;
const lost: Submitted = { kind: "unknown-outcome", detail: "socket closed" };
let studio: TestStudio;
let member: MemberActor;
let operator: StaffActor;

beforeAll(async () => {
  studio = await testStudio();
  operator = await testStaff(studio.deps, { role: "admin" });
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
const cancel = (generationId: GenerationId) => cancelGeneration(studio.deps, member, generationId);
const note = "Looked for it in the provider's console.";

/** An attempt whose answer was lost two minutes ago by the database's clock. */
async function orphaned() {
  studio.provider.onSubmit(() => lost);
  const { generationId, attemptId } = await started();
  await studio.deps.db.query("UPDATE attempt SET lost_at = lost_at - interval '2 minutes' WHERE id = $1", [attemptId]);
  return { generationId, attemptId };
}

const ours = async (generationId: GenerationId) =>
  (await listOrphans(studio.deps)).filter((orphan) => orphan.generationId === generationId);

async function pastDeadline(generationId: GenerationId): Promise<void> {
  studio.deps.clock.advance(duration.minutes(30));
  await readAttempt(studio.deps, { attemptId: await lastAttempt(generationId) });
}

describe("an attempt whose answer was lost", () => {
  it("is an orphan with its credits held, and calls staff once its time is over", async () => {
    const { generationId, attemptId } = await orphaned();
    expect(await ours(generationId)).toMatchObject([{ attemptId, heldCredits: price, heldUntil: null }]);
    expect(await listAlarms(studio.deps.db)).toEqual([]);
    await pastDeadline(generationId);
    expect(await ours(generationId)).toMatchObject([{ heldCredits: price, heldUntil: expect.any(String) }]);
    expect(await listAlarms(studio.deps.db)).toMatchObject([{ kind: "orphan", provider: "fal", times: 1 }]);
    expect(await balance()).toMatchObject({ available: 100 - price, held: price });
  });

  it("is delivered and charged once when a person finds its job, which is an act", async () => {
    const { generationId, attemptId } = await orphaned();
    await pastDeadline(generationId);
    const found = { attemptId, upstreamId: `found-${attemptId}`, note };
    const tries = await Promise.allSettled([1, 2].map(() => attachOrphan(studio.deps, operator, found)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await Promise.all([1, 2].map(() => readAttempt(studio.deps, { attemptId })));
    expect(await view(generationId)).toMatchObject({ state: "delivered", artifacts: [{}] });
    expect(await balance()).toMatchObject({ available: 100 - price, held: 0 });
    expect(await ours(generationId)).toEqual([]);
    expect(await studio.deps.db.rows.alarm.findFirst({ orderBy: { raisedAt: "desc" } })).toMatchObject({
      kind: "orphan",
    });
    expect(await studio.deps.db.rows.act.findMany({ where: { subject: attemptId } })).toMatchObject([
      { act: "attempt.attach", note, facts: { upstreamId: found.upstreamId } },
    ]);
  });

  it("takes no id that the upstream does not know, and none that another attempt has", async () => {
    const { generationId, attemptId } = await orphaned();
    studio.provider.onRead((): Outcome => ({ kind: "gone" }));
    const attach = (upstreamId: string) => attachOrphan(studio.deps, operator, { attemptId, upstreamId, note });
    const refused = { code: "request/invalid", facts: { field: "upstreamId" } };
    await expect(attach("mistyped")).rejects.toMatchObject(refused);
    studio.provider.onRead(() => finished);
    studio.provider.onSubmit((submission) => accepted(submission.attemptId));
    const other = await started();
    await expect(attach(other.attemptId)).rejects.toMatchObject(refused);
    expect(await attemptsOf(generationId)).toMatchObject([{ state: "unknown", handle: null }]);
  });

  it("gives the credits back at once when a person does not find its job, and is not sent again", async () => {
    const { generationId, attemptId } = await orphaned();
    const sent = studio.provider.submissions.length;
    await releaseOrphan(studio.deps, operator, { attemptId, note });
    expect(await view(generationId)).toMatchObject({ state: "failed", reason: "provider-failed" });
    expect(await balance()).toMatchObject({ available: 100, held: 0 });
    await run(generationId);
    expect(studio.provider.submissions.length).toBe(sent);
    expect(await ours(generationId)).toEqual([]);
    await expect(releaseOrphan(studio.deps, operator, { attemptId, note })).rejects.toMatchObject({
      code: "thing/not-found",
    });
  });

  it("is let go by its member at once, and stays an orphan whose job is stopped where it is found", async () => {
    const { generationId, attemptId } = await orphaned();
    await cancel(generationId);
    expect(await view(generationId)).toMatchObject({ state: "cancelled", reason: "cancelled-by-member" });
    expect(await balance()).toMatchObject({ available: 100, held: 0 });
    expect(await ours(generationId)).toMatchObject([{ heldCredits: null }]);
    await attachOrphan(studio.deps, operator, { attemptId, upstreamId: `late-${attemptId}`, note });
    await cancelUpstream(studio.deps, { attemptId });
    expect(studio.provider.cancelled.map(({ upstreamId }) => upstreamId)).toContain(`late-${attemptId}`);
    expect(await view(generationId)).toMatchObject({ state: "cancelled", artifacts: [] });
    expect(await balance()).toMatchObject({ available: 100, held: 0 });
  });

  it("whose job is accepted after its generation was cancelled is stopped there, and is no orphan", async () => {
    let accept = (_: Submitted) => {};
    studio.provider.onSubmit(() => new Promise((answer) => (accept = answer)));
    const generationId = await studio.request(member);
    const sent = studio.provider.submissions.length;
    const running = run(generationId);
    while (studio.provider.submissions.length === sent) await new Promise((next) => setTimeout(next, 5));
    await run(generationId);
    await cancel(generationId);
    expect(await view(generationId)).toMatchObject({ state: "cancelled" });
    const attemptId = await lastAttempt(generationId);
    accept(accepted(attemptId));
    await running;
    expect((await jobsAbout(attemptId)).map(({ name }) => name)).toContain("cancel-upstream");
    expect(await attemptsOf(generationId)).toMatchObject([{ state: "failed", handle: { upstreamId: attemptId } }]);
  });
});

describe("cancelling what a model works on", () => {
  it("asks the upstream once, says what it costs before, and costs nothing where the model stops", async () => {
    const { generationId, attemptId } = await started();
    studio.provider.onRead(() => waiting);
    expect((await view(generationId)).cancelCosts).toContain("The credits come back at once");
    await Promise.all([cancel(generationId), cancel(generationId)]);
    expect(await view(generationId)).toMatchObject({ state: "running", canCancel: false, cancelCosts: null });
    expect((await jobsAbout(attemptId)).filter(({ name }) => name === "cancel-upstream")).toHaveLength(1);
    await cancelUpstream(studio.deps, { attemptId });
    expect(studio.provider.cancelled.map(({ upstreamId }) => upstreamId)).toContain(attemptId);
    studio.provider.onRead(() => ({ kind: "gone" }));
    await readAttempt(studio.deps, { attemptId });
    expect(await view(generationId)).toMatchObject({ state: "cancelled", reason: "cancelled-by-member" });
    expect(await balance()).toMatchObject({ available: 100, held: 0 });
    expect(await attemptsOf(generationId)).toHaveLength(1);
  });

  it("delivers and charges, by the terms, what was done before it stopped", async () => {
    const { generationId, attemptId } = await started();
    await cancel(generationId);
    await readAttempt(studio.deps, { attemptId });
    expect(await view(generationId)).toMatchObject({ state: "delivered", artifacts: [{}] });
    expect(await balance()).toMatchObject({ available: 100 - price, held: 0 });
  });

  it("costs nothing where the files could not be had, and buys no other attempt", async () => {
    const { generationId, attemptId } = await started();
    studio.fetches(() => Promise.resolve(Buffer.from("no picture")));
    await readAttempt(studio.deps, { attemptId });
    await cancel(generationId);
    for (let fetches = 0; fetches < 4; fetches += 1) await readAttempt(studio.deps, { attemptId });
    expect(await view(generationId)).toMatchObject({ state: "cancelled" });
    expect(await balance()).toMatchObject({ available: 100, held: 0 });
    expect(await attemptsOf(generationId)).toHaveLength(1);
  });

  it("does not undo a refusal of what was sent", async () => {
    const { generationId, attemptId } = await started();
    await cancel(generationId);
    const failure = { class: "policy-input", category: "hate", stage: "run", detail: "scripted" } as const;
    studio.provider.onRead(() => ({ kind: "failed", failure }));
    await readAttempt(studio.deps, { attemptId });
    expect(await view(generationId)).toMatchObject({ state: "blocked", reason: "upstream-refused-prompt" });
  });

  it("ends at once between two attempts", async () => {
    const { generationId, attemptId } = await started();
    const failure = { class: "transient", category: null, stage: "run", detail: "scripted" } as const;
    studio.provider.onRead(() => ({ kind: "failed", failure }));
    await readAttempt(studio.deps, { attemptId });
    await cancel(generationId);
    expect(await view(generationId)).toMatchObject({ state: "cancelled" });
    await run(generationId);
    expect(await attemptsOf(generationId)).toHaveLength(1);
    expect(await balance()).toMatchObject({ available: 100, held: 0 });
  });
});
