import { duration, type GenerationId, type MemberActor, newId, type StaffActor } from "@covenant/domain";
import type { FailureClass, Outcome, Submitted } from "@covenant/providers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readAttempt } from "../generations/read-attempt.ts";
import { accepted, finished, waiting } from "../testing/scripted-provider.ts";
import { attemptsOn, openStudio } from "../testing/test-attempts.ts";
import { testStaff } from "../testing/test-people.ts";
import { pictureModel, type TestStudio, testStudio } from "../testing/test-studio.ts";
import { listAlarms } from "./list-alarms.ts";
import { listUpstreams } from "./list-upstreams.ts";
import { resolveAlarm } from "./raise-alarm.ts";
import { setPlaces } from "./set-places.ts";
import { liftStop, previewStop, stopTarget } from "./stop-target.ts";

let studio: TestStudio;
let member: MemberActor;
let operator: StaffActor;
beforeAll(async () => {
  studio = await testStudio();
  operator = await testStaff(studio.deps, { role: "admin" });
});
beforeEach(async () => {
  member = await openStudio(studio);
  await setPlaces(studio.deps, operator, { provider: "fal", places: 40 });
});
afterAll(async () => {
  expect(await studio.audit()).toEqual([]);
  await studio.deps.close();
});

const { attemptsOf, run, lastAttempt, started, view, jobsAbout } = attemptsOn(
  () => studio,
  () => member,
);
const failed = (of: FailureClass): Outcome => ({
  kind: "failed",
  failure: { class: of, category: null, stage: "run", detail: "scripted" },
});
const refused = (of: FailureClass): Submitted => ({
  kind: "refused",
  refusal: { class: of, category: null, stage: "submit", detail: "scripted", retryAfterSeconds: null },
});
const read = async (generationId: GenerationId) =>
  readAttempt(studio.deps, { attemptId: await lastAttempt(generationId) });
const submissions = () => studio.provider.submissions.length;
const stageOf = async (generationId: GenerationId) => (await view(generationId)).events.at(-1)?.stage;
const fal = async () => (await listUpstreams(studio.deps)).providers.find(({ provider }) => provider === "fal");
const zImage = async () => (await fal())?.models.find(({ upstreamModel }) => upstreamModel === "fal-ai/z-image/turbo");

async function failOnce(of: FailureClass): Promise<void> {
  const { generationId } = await started();
  studio.provider.onRead(() => failed(of));
  await read(generationId);
  studio.provider.onRead(() => finished);
}

describe("a breaker", () => {
  it("shuts the provider at the first refusal of our account, for one attempt after a minute", async () => {
    await failOnce("account");
    expect((await fal())?.breaker).toMatchObject({ failureClass: "account", openings: 1 });
    const [one, other] = [await studio.request(member), await studio.request(member)];
    const sent = submissions();
    await run(one);
    expect(submissions()).toBe(sent);
    expect(await stageOf(one)).toBe("Waiting for the model to recover");

    studio.deps.clock.advance(duration.seconds(61));
    await Promise.all([run(one), run(other)]);
    expect(submissions()).toBe(sent + 1);

    const [probe, rest] = (await attemptsOf(one)).length === 1 ? [one, other] : [other, one];
    await read(probe);
    expect((await fal())?.breaker).toBeNull();
    await run(rest);
    await read(rest);
    expect(await view(rest)).toMatchObject({ state: "delivered" });
  });

  it("stays open twice as long when the one attempt fails too", async () => {
    await failOnce("account");
    studio.deps.clock.advance(duration.seconds(61));
    await failOnce("account");
    const breaker = (await fal())?.breaker;
    expect(breaker?.openings).toBe(2);
    const left = Date.parse(breaker?.openUntil ?? "") - studio.deps.clock.now().getTime();
    expect(left).toBe(duration.seconds(120));
  });

  it("lets a job that runs go on when a read finds the account locked, and sends nothing new", async () => {
    const { generationId } = await started();
    studio.provider.onRead(() => ({ kind: "waiting", stage: "unknown", alert: "account" }));
    await read(generationId);
    expect((await fal())?.breaker).toMatchObject({ failureClass: "account" });
    const sent = submissions();
    await run(await studio.request(member));
    expect(submissions()).toBe(sent);
    studio.provider.onRead(() => finished);
    await read(generationId);
    expect(await view(generationId)).toMatchObject({ state: "delivered" });
  });

  it("opens for a model after eight faults in five minutes, and for no refusal", async () => {
    for (let tries = 0; tries < 7; tries += 1) await failOnce("transient");
    for (let tries = 0; tries < 4; tries += 1) await failOnce("policy-output");
    expect((await zImage())?.breaker).toBeNull();
    await failOnce("transient");
    expect((await zImage())?.breaker).toMatchObject({ failureClass: "transient", openings: 1 });
    expect((await fal())?.breaker).toBeNull();
    expect(await zImage()).toMatchObject({ failed: 8, refused: { before: 0, atWork: 4, afterwards: 0, unknown: 0 } });
    expect(await fal()).toMatchObject({ failed: 8, delivered: 0 });
  });

  it("shuts the routes of a model that is gone at once, and nothing else of its provider", async () => {
    await failOnce("model-gone");
    expect((await zImage())?.breaker).toMatchObject({ failureClass: "model-gone", openings: 1 });
    expect((await fal())?.breaker).toBeNull();
    const other = await studio.request(member, { modelId: "seedream-4.5" });
    await run(other);
    await read(other);
    expect(await view(other)).toMatchObject({ state: "delivered" });
  });

  it("raises one alarm for a name that is gone, which a person, or its working again, quiets", async () => {
    const alarms = () => listAlarms(studio.deps.db);
    await failOnce("model-gone");
    const [alarm] = await alarms();
    expect(alarm).toMatchObject({
      kind: "model-gone",
      provider: "fal",
      upstreamModel: "fal-ai/z-image/turbo",
      times: 1,
    });
    expect(alarm?.models.map(({ storefront, otherRoutes }) => [storefront, otherRoutes])).toEqual([
      ["apimodels", 0],
      ["image-ai-run", 0],
    ]);
    studio.deps.clock.advance(duration.minutes(16));
    await failOnce("model-gone");
    expect(await alarms()).toMatchObject([{ id: alarm?.id, times: 2 }]);
    const seen = { alarmId: alarm?.id ?? newId("alarm"), note: "Its maker was asked." };
    await Promise.all([1, 2].map(() => resolveAlarm(studio.deps, operator, seen)));
    expect(await alarms()).toEqual([]);
    expect(await studio.deps.db.rows.act.count({ where: { act: "alarm.resolve", subject: seen.alarmId } })).toBe(1);

    studio.deps.clock.advance(duration.minutes(60));
    await failOnce("model-gone");
    expect(await alarms()).toHaveLength(1);
    studio.deps.clock.advance(duration.minutes(120));
    const { generationId } = await started();
    await read(generationId);
    expect(await view(generationId)).toMatchObject({ state: "delivered" });
    expect(await alarms()).toEqual([]);
  });

  it("retires a name that ended before its day, and the successor takes its requests by itself", async () => {
    const where = { storefront: "image-ai-run", upstreamModel: "fal-ai/nano-banana-2" };
    const announced = new Date("2099-01-01T00:00:00Z");
    await studio.deps.db.rows.route.updateMany({ where, data: { retiredFrom: announced } });
    await studio.deps.db.rows.route.updateMany({
      where: { ...where, upstreamModel: "fal-ai/nano-banana-2.1" },
      data: { costMicroUsd: 90_000 },
    });
    const generationId = await studio.request(member, { modelId: "nano-banana-2" });
    studio.provider.onSubmit(({ attemptId, upstreamModel }) =>
      upstreamModel === "fal-ai/nano-banana-2" ? refused("model-gone") : accepted(attemptId),
    );
    await run(generationId);
    await run(generationId);
    await read(generationId);
    expect(await attemptsOf(generationId)).toMatchObject([
      { upstreamModel: "fal-ai/nano-banana-2", state: "failed" },
      { upstreamModel: "fal-ai/nano-banana-2.1", state: "finished" },
    ]);
    const route = await studio.deps.db.rows.route.findFirstOrThrow({ where });
    expect(route.retiredFrom?.toISOString().slice(0, 10)).toBe(studio.deps.clock.now().toISOString().slice(0, 10));
    const act = await studio.deps.db.rows.act.findFirstOrThrow({ where: { act: "route.retire" } });
    expect(act).toMatchObject({
      subject: "image-ai-run/nano-banana-2",
      facts: { successor: "fal-ai/nano-banana-2.1" },
    });
  });

  it("ends a generation uncharged where no route opens before its deadline", async () => {
    for (let openings = 0; openings < 5; openings += 1) {
      await failOnce("account");
      const { openUntil = "" } = (await fal())?.breaker ?? {};
      studio.deps.clock.set(openUntil);
    }
    await failOnce("account");
    const generationId = await studio.request(member);
    await run(generationId);
    expect(await view(generationId)).toMatchObject({ state: "failed", reason: "provider-failed" });
    expect((await view(generationId)).creditLines).toMatchObject([{}, { kind: "released" }]);
  });
});

describe("the places of an account", () => {
  it("are never passed by workers that run at once, and are given on as they come free", async () => {
    await setPlaces(studio.deps, operator, { provider: "fal", places: (await inFlightNow()) + 2 });
    const wanted = await Promise.all(Array.from({ length: 6 }, () => studio.request(member)));
    const sent = submissions();
    await Promise.all(wanted.map(run));
    expect(submissions()).toBe(sent + 2);
    const waits = await Promise.all(wanted.map(stageOf));
    expect(waits.filter((stage) => stage === "Waiting for a place at the model")).toHaveLength(4);

    for (let round = 0; round < 3; round += 1) {
      for (const id of wanted) {
        if ((await view(id)).state === "running") await read(id);
      }
      await Promise.all(wanted.map(run));
    }
    for (const id of wanted) expect(await view(id)).toMatchObject({ state: "delivered" });
  });

  it("are waited for by one job at a time, however often the sweep looks", async () => {
    await setPlaces(studio.deps, operator, { provider: "fal", places: (await inFlightNow()) + 1 });
    studio.provider.onRead(() => waiting);
    await started();
    const generationId = await studio.request(member);
    await Promise.all(Array.from({ length: 5 }, () => run(generationId)));
    const waits = (await jobsAbout(generationId)).filter(({ delay }) => delay > 0);
    expect(waits).toHaveLength(1);
  });

  const inFlightNow = async () => (await fal())?.inFlight ?? 0;
});

describe("a kill switch", () => {
  const reason = "The upstream shows other people's pictures.";

  it("stops a model at one storefront: nothing is quoted or sent, what waits ends uncharged, what runs finishes", async () => {
    const running = await started();
    const queued = await studio.request(member);
    const target = { kind: "model", target: `image-ai-run/${pictureModel}` } as const;
    expect((await previewStop(studio.deps, target)).running).toBeGreaterThan(0);
    const { killSwitchId } = await stopTarget(studio.deps, operator, { ...target, reason });
    await expect(studio.request(member)).rejects.toMatchObject({ code: "model/not-available" });
    await run(queued);
    expect(await view(queued)).toMatchObject({
      state: "failed",
      reason: "model-stopped",
      sentence: expect.stringContaining("We stopped this model"),
      creditLines: [{}, { kind: "released" }],
    });
    await read(running.generationId);
    expect(await view(running.generationId)).toMatchObject({ state: "delivered" });

    const elsewhere = await studio.member(100, "apimodels");
    await studio.request(elsewhere);
    await liftStop(studio.deps, operator, killSwitchId);
    await studio.request(member);
  });

  it("stops a provider: no route of it is chosen, and the attempt's record says why", async () => {
    const generationId = await studio.request(member);
    const { killSwitchId } = await stopTarget(studio.deps, operator, { kind: "provider", target: "fal", reason });
    const sent = submissions();
    await run(generationId);
    expect(submissions()).toBe(sent);
    expect(await view(generationId)).toMatchObject({ state: "failed", creditLines: [{}, { kind: "released" }] });
    await liftStop(studio.deps, operator, killSwitchId);
  });

  it("is set once by people who press at once, lifted once, and each is an act", async () => {
    const stop = { kind: "storefront", target: "modelmyimage", reason } as const;
    const set = await Promise.all(Array.from({ length: 5 }, () => stopTarget(studio.deps, operator, stop)));
    expect(new Set(set.map(({ killSwitchId }) => killSwitchId)).size).toBe(1);
    const [{ killSwitchId }] = set as [(typeof set)[0]];
    await Promise.all([1, 2].map(() => liftStop(studio.deps, operator, killSwitchId)));
    const acts = await studio.deps.db.rows.act.findMany({
      where: { subject: "modelmyimage" },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    });
    expect(acts.map(({ act }) => act)).toEqual(["storefront.stop", "storefront.let-run"]);
  });

  it("refuses a target that is not there", async () => {
    const stop = { kind: "model", target: "image-ai-run/none", reason } as const;
    await expect(stopTarget(studio.deps, operator, stop)).rejects.toMatchObject({ code: "thing/not-found" });
  });
});

describe("the choice", () => {
  it("is kept with the attempt, with the parts of its score and why others were left out", async () => {
    const generationId = await studio.request(member, { modelId: "nano-banana-2" });
    studio.provider.onSubmit(({ attemptId }) => accepted(attemptId));
    await run(generationId);
    const [attempt] = await attemptsOf(generationId);
    const considered = attempt?.considered as {
      upstreamModel: string;
      parts: object | null;
      excludedBecause: string | null;
    }[];
    expect(considered.find(({ upstreamModel }) => upstreamModel === "fal-ai/nano-banana-2")).toMatchObject({
      excludedBecause: "retired",
      parts: null,
    });
    expect(considered.find(({ upstreamModel }) => upstreamModel === "fal-ai/nano-banana-2.1")).toMatchObject({
      excludedBecause: null,
      parts: { success: expect.any(Number), price: 1, speed: 1, queue: expect.any(Number) },
    });
  });

  it("leaves out a route that costs more than its generation earns, also when it rose after the quote", async () => {
    const generationId = await studio.request(member);
    const dearer = (costMicroUsd: number) =>
      studio.deps.db.rows.route.updateMany({
        where: { storefront: "image-ai-run", modelId: pictureModel },
        data: { costMicroUsd },
      });
    await dearer(90_000);
    const sent = submissions();
    await run(generationId);
    expect(submissions()).toBe(sent);
    expect(await view(generationId)).toMatchObject({ state: "failed", creditLines: [{}, { kind: "released" }] });
    await dearer(5_000);
  });
});
