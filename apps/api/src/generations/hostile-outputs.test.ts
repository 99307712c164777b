import { getBalance } from "@covenant/db";
import { type AttemptId, duration, type GenerationId, type MemberActor } from "@covenant/domain";
import { safeFetch } from "@covenant/providers";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { plantUpload } from "../testing/plant-upload.ts";
import { type SandboxProcess, startSandboxProcess } from "../testing/sandbox-process.ts";
import { forgetTroubles } from "../testing/test-attempts.ts";
import { type TestStudio, testStudio } from "../testing/test-studio.ts";
import { buildProviders } from "./build-providers.ts";
import { readAttempt } from "./read-attempt.ts";
import { runAttempt } from "./run-attempt.ts";
import { viewGeneration } from "./view-generation.ts";

/** The whole way, with fal's stand-in as the upstream, its real adapter and the real fetcher. */
let sandbox: SandboxProcess;
let studio: TestStudio;

beforeAll(async () => {
  sandbox = await startSandboxProcess({ API_URL: "http://127.0.0.1:1", STRIPE_WEBHOOK_SECRET: "whsec_test" });
  const { origin, port } = new URL(sandbox.url);
  studio = await testStudio({
    fetchFile: (url, { maxBytes, timeoutMs }) =>
      safeFetch(url, {
        limitBytes: maxBytes,
        totalLimitMs: timeoutMs,
        allowedOrigins: [origin],
        allowedPorts: [Number(port)],
      }),
  });
  const settings = {
    ...studio.deps.settings,
    FAL_KEY: "demo-fal:secret",
    FAL_QUEUE_URL: `${sandbox.url}/fal/queue`,
    FAL_JWKS_URL: `${sandbox.url}/fal/.well-known/jwks.json`,
  };
  const providers = new Map(buildProviders(settings).map((provider) => [provider.id, provider]));
  studio = { ...studio, deps: { ...studio.deps, settings, providers } };
});
afterEach(async () => {
  studio.deps.clock.set(new Date().toISOString());
  await fetch(`${sandbox.url}/control/faults`, { method: "DELETE" });
  await forgetTroubles(studio);
});
afterAll(async () => {
  expect(await studio.audit()).toEqual([]);
  await sandbox.close();
  await studio.deps.close();
});

/** Throws a switch of fal's stand-in for every call from now on. */
async function arm(fault: string): Promise<void> {
  const headers = { "content-type": "application/json" };
  await fetch(`${sandbox.url}/control/faults`, { method: "PUT", headers, body: JSON.stringify({ fal: [fault] }) });
}

/** Does what the worker would do, at once, until nothing is left to do. */
async function toTheEnd(actor: MemberActor, generationId: GenerationId) {
  for (let turn = 0; turn < 40; turn += 1) {
    const view = await viewGeneration(studio.deps, actor, generationId);
    if (view.state !== "running" && view.state !== "queued") return view;
    await runAttempt(studio.deps, { generationId });
    const [attempt] = await studio.deps.db.rows.attempt.findMany({
      where: { generationId, state: "submitted" },
      orderBy: { number: "desc" },
    });
    if (attempt !== undefined) await readAttempt(studio.deps, { attemptId: attempt.id as AttemptId });
    studio.deps.clock.advance(duration.seconds(1));
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error("the generation does not end");
}

/** Names of what lies in the store, what is written of purges apart. */
async function stored(): Promise<string[]> {
  const names: string[] = [];
  for await (const name of studio.deps.files.list("art_")) names.push(name);
  return names;
}

async function keysLeft(): Promise<string[]> {
  return studio.deps.keys.listUnclaimed(-60, 100);
}

it("delivers a file that is what it is announced as", async () => {
  const actor = await studio.member();
  const view = await toTheEnd(actor, await studio.request(actor));
  expect(view).toMatchObject({ state: "delivered", artifacts: [{ format: "png" }] });
  expect(await stored()).toHaveLength(1);
  await studio.deps.keys.claim(view.artifacts.map(({ id }) => id));
}, 60_000);

it.each(["polyglot", "wrong-kind", "bomb", "far-file", "oversize", "endless", "packed", "private-redirect"])(
  "ends clearly, charges nothing and stores nothing where an upstream's file is hostile: %s",
  async (fault) => {
    const actor = await studio.member();
    const before = await stored();
    const view = await toTheEnd(actor, await studio.request(actor, { prompt: `a lighthouse [${fault}]` }));
    expect(view).toMatchObject({ state: "failed", reason: "provider-failed", artifacts: [] });
    expect(view.sentence).toMatch(/\.$/);
    expect(await getBalance(studio.deps.db, actor.memberId)).toMatchObject({ available: 100, held: 0 });
    expect(await stored()).toEqual(before);
    expect(await keysLeft()).toEqual([]);
  },
  120_000,
);

it.each(["corrupt", "far-file", "wrong-kind"])(
  "takes no mesh that is %s, and charges nothing",
  async (fault) => {
    const actor = await studio.member(100, "modelmyimage");
    const uploadId = await plantUpload(studio.deps, actor);
    await studio.deps.keys.claim([uploadId]);
    const before = await stored();
    await arm(fault);
    const view = await toTheEnd(actor, await studio.request(actor, { modelId: "low-fidelity", uploadId }));
    expect(view).toMatchObject({ state: "failed", artifacts: [] });
    expect(await getBalance(studio.deps.db, actor.memberId)).toMatchObject({ available: 100, held: 0 });
    expect(await stored()).toEqual(before);
    expect(await keysLeft()).toEqual([]);
  },
  120_000,
);
