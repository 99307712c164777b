import { type Sandbox, startSandbox } from "@covenant/sandbox";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FarEnd, startFarEnd } from "./far-end.ts";
import type { FetchFault } from "./fetch/fetch-fault.ts";
import { safeFetch } from "./fetch/safe-fetch.ts";
import type { Handle, Outcome, ProviderJobs, Submission, Submitted, UpstreamOutput } from "./spec.ts";
import { providerIds } from "./spec.ts";
import { bytesAreOf } from "./testing/bytes-are-of.ts";
import { bills, callbacks, endings, files, readings, type Scene, scenesOf, scenesOfJobs } from "./testing/scenes.ts";
import { attemptAt, isAbsent, type Stage, secretWord } from "./testing/stage.ts";
import { stages } from "./testing/stages.ts";

let sandbox: Sandbox;
let hooks: FarEnd;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, speed: 50 });
  hooks = await startFarEnd();
  hooks.answer(() => ({ status: 200, json: {} }));
});
beforeEach(async () => {
  hooks.requests.length = 0;
  await fetch(`${sandbox.url}/control/requests`, { method: "DELETE" });
});
afterEach(() => fetch(`${sandbox.url}/control/faults`, { method: "DELETE" }));
afterAll(async () => {
  await sandbox.close();
  await hooks.close();
});

describe.each(providerIds.map((id) => ({ id, stage: stages[id] })))("the provider $id", ({ id, stage }) => {
  it("has every scene, or says in a sentence why there is none", () => {
    for (const entry of [...Object.values(stage.scenes), ...Object.values(stage.makes)]) {
      if (isAbsent(entry)) expect(entry.absent).toMatch(/^\S.{20,}\.$/);
    }
    const provider = stage.build(sandbox.url);
    expect(provider).toMatchObject({ id, recipient: expect.any(String) });
    // What comes back to a job is left out where there are no jobs, and nowhere else altogether.
    expect(scenesOfJobs.every((scene) => isAbsent(stage.scenes[scene]))).toBe(provider.jobs === null);
  });

  for (const [modality, wanted] of entriesOf(stage.makes)) {
    if (!isAbsent(wanted)) {
      it(`makes ${modality}: the files are what they are called, one of them the main one`, async () => {
        const { outcome } = await end(stage, attemptAt(modality, wanted));
        if (outcome.kind !== "finished") throw new Error(JSON.stringify(outcome));
        expect(outcome.outputs.filter(({ role }) => role === "main")).toHaveLength(1);
        for (const output of outcome.outputs) expect(bytesAreOf(output.format, await bring(output))).toBe(true);
      });
    }
  }

  play(stage, scenesOf(endings), (scene) => {
    it(`reports an upstream that ${scene}`, async () => {
      const limitMs = scene === "keeps silent" ? 300 : undefined;
      const { outcome } = await end(stage, attemptFor(stage), limitMs);
      const { kind, ...expected } = { stage: undefined, category: undefined, ...endings[scene] };
      expect(outcome.kind).toBe(kind);
      if (outcome.kind === "failed") expect(outcome.failure).toMatchObject(told(expected));
      if (outcome.kind === "finished") expect(outcome.withheld).toBe("withheld" in expected ? expected.withheld : 0);
      expect(JSON.stringify(outcome)).not.toContain(secretWord);
      await until(async () => expect(await submissionsReceived(stage)).toBe(1));
    });
  });

  it("knows that a submission nobody listened to was not made", async () => {
    const nobody = await startFarEnd();
    await nobody.close();
    const submitted = await stage.build(nobody.origin).submit(attemptFor(stage));
    expect(submitted).toMatchObject({ kind: "refused", refusal: { class: "transient", stage: "submit" } });
  });

  play(stage, scenesOf(readings), (scene) => {
    it(`keeps waiting while it ${scene}`, async () => {
      const { jobs, handle } = await accepted(stage);
      await until(async () => expect(await jobs.read(handle)).toMatchObject({ kind: "waiting", ...readings[scene] }));
      // Where only the reading was hindered, the work went on all the while.
      if (readings[scene].alert !== null) expect((await finish(jobs, handle)).kind).toBe("finished");
    });
  });

  play(stage, scenesOf(files), (scene) => {
    it(`fetches nothing from an upstream that ${scene}`, async () => {
      const { outcome } = await end(stage, attemptFor(stage));
      if (outcome.kind !== "finished") throw new Error(outcome.kind);
      const idleLimitMs = scene === "sends the file drop by drop" ? 300 : undefined;
      const fault = await Promise.all(outcome.outputs.map((output) => bring(output, idleLimitMs))).catch(
        (error: FetchFault) => error,
      );
      expect(files[scene]).toContain("kind" in fault ? fault.kind : "nothing");
    });
  });

  play(stage, scenesOf(callbacks), (scene) => {
    it(`believes what it may of one that ${scene}`, async () => {
      const { calls, believed } = callbacks[scene];
      const provider = stage.build(sandbox.url);
      const { jobs, handle } = await accepted(stage, provider, `${hooks.origin}/hook`);
      await until(async () => expect(hooks.requests.length).toBeGreaterThanOrEqual(calls));
      await finish(jobs, handle);
      const hints = await Promise.all(hooks.requests.map(({ headers, body }) => jobs.readWebhook?.(headers, body)));
      expect(hints.filter((hint) => hint?.upstreamId === handle.upstreamId)).toHaveLength(believed);
      expect(hints).toHaveLength(calls);
    });
  });

  play(stage, bills, (scene) => {
    it(`passes on what the upstream counted where it ${scene}`, async () => {
      const usual = await quietly(() => end(stage, attemptFor(stage)));
      await arm(stage, scene);
      const costly = await end(stage, attemptFor(stage));
      expect(costly.outputTokens).toBe(10 * usual.outputTokens);
      expect(usual.outputTokens).toBeGreaterThan(0);
    });
  });

  if (stage.build("http://127.0.0.1:1").jobs === null) return;

  it("gives a handle that survives storage, and adopts the same job by its id alone", async () => {
    const { jobs, handle } = await accepted(stage);
    const stored: Handle = JSON.parse(JSON.stringify(handle));
    const outcome = await finish(jobs, stored);
    const { upstreamModel, fields } = attemptFor(stage);
    const adopted = jobs.adopt(upstreamModel, handle.upstreamId, fields);
    expect(adopted).toEqual(handle);
    expect(await jobs.read(adopted)).toEqual(outcome);
  });

  it("lets no upstream id reach another path", () => {
    const { upstreamModel, fields } = attemptFor(stage);
    const { urls } = jobsOf(stage).adopt(upstreamModel, "../../billing?x=", fields);
    for (const url of Object.values(urls)) expect(new URL(url).pathname).toContain("..%2F..%2Fbilling%3Fx%3D");
  });

  it("cancels what runs, and says so when there is nothing any more", async () => {
    const { jobs, handle } = await accepted(stage);
    expect(await jobs.cancel(handle)).toEqual({ kind: "requested" });
    const { upstreamModel, fields } = attemptFor(stage);
    expect(await jobs.cancel(jobs.adopt(upstreamModel, "00000000-0000-4000-8000-000000000000", fields))).toEqual({
      kind: "gone",
    });
  });

  if (jobsOf(stage, "http://127.0.0.1:1").erase) {
    it("erases a finished job with what it made", async () => {
      const { jobs, handle } = await accepted(stage);
      const outcome = await finish(jobs, handle);
      if (outcome.kind !== "finished") throw new Error(outcome.kind);
      expect(await jobs.erase?.(handle)).toEqual({ kind: "erased" });
      expect(await jobs.erase?.(handle)).toEqual({ kind: "gone" });
      expect(await jobs.read(handle)).toEqual({ kind: "gone" });
      for (const output of outcome.outputs) await expect(bring(output)).rejects.toMatchObject({ kind: "status" });
    });
  }

  it("takes no notice of a webhook nobody signed", async () => {
    const body = Buffer.from(JSON.stringify({ request_id: "job-1", status: "OK" }));
    expect((await jobsOf(stage).readWebhook?.({}, body)) ?? null).toBeNull();
  });
});

/** Defines a test for each scene the stage has, armed before it; the stage says of the others why there are none. */
function play<S extends Scene>(stage: Stage, scenes: readonly S[], define: (scene: S) => void): void {
  for (const scene of scenes) {
    if (isAbsent(stage.scenes[scene])) continue;
    describe(`where it ${scene}`, () => {
      beforeEach(() => arm(stage, scene));
      define(scene);
    });
  }
}

async function arm({ room, scenes }: Stage, scene: Scene): Promise<void> {
  const entry = scenes[scene];
  if (isAbsent(entry) || entry === "") return;
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ [room]: entry.split(" ") });
  const answer = await fetch(`${sandbox.url}/control/faults`, { method: "PUT", headers, body });
  expect(answer.status).toBe(200);
}

/** Something done with no switch thrown. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  await fetch(`${sandbox.url}/control/faults`, { method: "DELETE" });
  return work();
}

function attemptFor({ makes, plays }: Stage, webhookUrl: string | null = null): Submission {
  const wanted = makes[plays];
  if (isAbsent(wanted)) throw new Error(`${plays} is not made`);
  return attemptAt(plays, wanted, webhookUrl);
}

type End = Exclude<Outcome, { kind: "waiting" }> | { kind: "unknown-outcome" };

/** An attempt to its end, whichever way the provider tells it. */
async function end(
  stage: Stage,
  submission: Submission,
  limitMs?: number,
): Promise<{ outcome: End; outputTokens: number }> {
  const provider = stage.build(sandbox.url, limitMs);
  const submitted = await provider.submit(submission);
  const outputTokens = submitted.kind === "answered" ? (submitted.usage?.outputTokens ?? 0) : 0;
  return { outcome: await endOf(submitted, provider.jobs, stage), outputTokens };
}

async function endOf(submitted: Submitted, jobs: ProviderJobs | null, { scenes }: Stage): Promise<End> {
  switch (submitted.kind) {
    case "answered":
      return submitted.outcome;
    case "refused":
      return { kind: "failed", failure: submitted.refusal };
    case "unknown-outcome":
      return { kind: "unknown-outcome" };
    case "accepted": {
      if (jobs === null) throw new Error("accepted by a provider without jobs");
      const cancelled = await isArmed(scenes["ignores a cancellation"]);
      if (cancelled) await jobs.cancel(submitted.handle);
      return finish(jobs, submitted.handle);
    }
  }
}

async function isArmed(entry: Stage["scenes"][Scene]): Promise<boolean> {
  if (isAbsent(entry)) return false;
  const answer = await fetch(`${sandbox.url}/control/faults`);
  const { armed }: { armed: { fault: string }[] } = JSON.parse(await answer.text());
  return armed.some(({ fault }) => fault === entry);
}

async function finish(jobs: ProviderJobs, handle: Handle): Promise<Exclude<Outcome, { kind: "waiting" }>> {
  let outcome = await jobs.read(handle);
  const deadline = Date.now() + 30_000;
  while (outcome.kind === "waiting") {
    if (Date.now() > deadline) throw new Error(`still waiting: ${JSON.stringify(outcome)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    outcome = await jobs.read(handle);
  }
  return outcome;
}

async function accepted(stage: Stage, provider = stage.build(sandbox.url), webhookUrl: string | null = null) {
  const submitted = await provider.submit(attemptFor(stage, webhookUrl));
  if (submitted.kind !== "accepted" || provider.jobs === null) throw new Error(JSON.stringify(submitted));
  return { jobs: provider.jobs, handle: submitted.handle };
}

function jobsOf(stage: Stage, url = sandbox.url): ProviderJobs {
  const { jobs } = stage.build(url);
  if (jobs === null) throw new Error("it leaves no jobs");
  return jobs;
}

/** A file as the pipeline brings it home: through the guard, which knows of the stand-in alone. */
async function bring(output: UpstreamOutput, idleLimitMs = 10_000): Promise<Uint8Array> {
  if (output.bytes !== undefined) return output.bytes;
  const limits = { limitBytes: 50_000_000, totalLimitMs: 20_000, idleLimitMs };
  const reach = { allowedOrigins: [sandbox.url], allowedPorts: [80, 443, sandbox.port] };
  return (await safeFetch(output.url, { ...limits, ...reach })).bytes;
}

async function submissionsReceived({ room }: Stage): Promise<number> {
  const answer = await fetch(`${sandbox.url}/control/requests?room=${room}`);
  const { requests }: { requests: { method: string }[] } = JSON.parse(await answer.text());
  return requests.filter(({ method }) => method === "POST").length;
}

async function until(holds: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    try {
      return await holds();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** What an expectation says, without what it leaves open. */
function told(expected: object): object {
  return Object.fromEntries(Object.entries(expected).filter(([, value]) => value !== undefined));
}

function entriesOf<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][];
}
