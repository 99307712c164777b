import { type AttemptId, type GenerationId, type MemberActor, newId } from "@covenant/domain";
import { ProviderFault } from "@covenant/providers";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { webhookPlugin } from "../http/webhook-plugin.ts";
import { accepted, finished } from "../testing/scripted-provider.ts";
import { type TestStudio, testStudio } from "../testing/test-studio.ts";
import { readAttempt } from "./read-attempt.ts";
import { runAttempt } from "./run-attempt.ts";
import { viewGeneration } from "./view-generation.ts";

let studio: TestStudio;
let member: MemberActor;
let app: FastifyInstance;

beforeAll(async () => {
  studio = await testStudio();
  app = Fastify();
  await app.register(webhookPlugin, { deps: studio.deps, prefix: "/webhooks" });
});
beforeEach(async () => {
  studio.provider.onRead(() => finished);
  member = await studio.member();
});
afterAll(async () => {
  expect(await studio.audit()).toEqual([]);
  await app.close();
  await studio.deps.close();
});

/** An attempt whose submission was answered, or whose answer was lost. */
async function attempt(answer: "accepted" | "lost"): Promise<{ generationId: GenerationId; attemptId: AttemptId }> {
  studio.provider.onSubmit(({ attemptId }) =>
    answer === "lost" ? { kind: "unknown-outcome", detail: "scripted" } : accepted(attemptId),
  );
  const generationId = await studio.request(member);
  await runAttempt(studio.deps, { generationId });
  const { id } = await studio.deps.db.rows.attempt.findFirstOrThrow({ where: { generationId } });
  await studio.deps.db.query("DELETE FROM bullmq.job", []);
  return { generationId, attemptId: id as AttemptId };
}

const says = (attemptId: string, body: string, provider = "fal") =>
  app.inject({
    method: "POST",
    url: `/webhooks/providers/${provider}/${attemptId}`,
    headers: { "content-type": "application/json" },
    body,
  });
const jobs = () => studio.deps.db.query<{ name: string; data: object }>("SELECT name, data FROM bullmq.job", []);
const view = (id: GenerationId) => viewGeneration(studio.deps, member, id);

it("takes a verified word for a reason to read, and for nothing more", async () => {
  const { generationId, attemptId } = await attempt("accepted");
  const answer = await says(
    attemptId,
    JSON.stringify({ id: "job-of-another", status: "OK", images: ["https://evil.test"] }),
  );
  expect(answer.statusCode).toBe(202);
  expect(await jobs()).toEqual([{ name: "read-attempt", data: { attemptId } }]);
  expect(await view(generationId)).toMatchObject({ state: "running", artifacts: [] });
  const { handle } = await studio.deps.db.rows.attempt.findUniqueOrThrow({ where: { id: attemptId } });
  expect(handle).toMatchObject({ upstreamId: attemptId });
});

it("adopts the job of an attempt whose answer was lost, and delivers it", async () => {
  const { generationId, attemptId } = await attempt("lost");
  expect((await says(attemptId, JSON.stringify({ id: "job-9" }))).statusCode).toBe(202);
  const row = await studio.deps.db.rows.attempt.findUniqueOrThrow({ where: { id: attemptId } });
  expect(row).toMatchObject({ state: "submitted", handle: { upstreamId: "job-9" } });
  await readAttempt(studio.deps, { attemptId });
  expect(studio.provider.reads.at(-1)).toMatchObject({ upstreamId: "job-9" });
  expect(await view(generationId)).toMatchObject({ state: "delivered", creditLines: [{}, { kind: "captured" }] });
});

it("adopts one job of a word that comes five times, and the first of two that differ", async () => {
  const { attemptId } = await attempt("lost");
  await says(attemptId, JSON.stringify({ id: "job-1" }));
  await Promise.all([1, 2, 3, 4].map((n) => says(attemptId, JSON.stringify({ id: `job-${n}` }))));
  const row = await studio.deps.db.rows.attempt.findUniqueOrThrow({ where: { id: attemptId } });
  expect(row.handle).toMatchObject({ upstreamId: "job-1" });
});

it("keeps the adopted job when the answer to the submission comes after the word", async () => {
  const generationId = await studio.request(member);
  studio.provider.onSubmit(async ({ attemptId }) => {
    await says(attemptId, JSON.stringify({ id: attemptId }));
    return accepted(attemptId);
  });
  await runAttempt(studio.deps, { generationId });
  const row = await studio.deps.db.rows.attempt.findFirstOrThrow({ where: { generationId } });
  expect(row).toMatchObject({ state: "submitted", handle: { upstreamId: row.id } });
});

it("changes nothing for a word without a signature, and asks for it again while it cannot tell", async () => {
  const { attemptId } = await attempt("lost");
  const { jobs: upstream } = studio.provider;
  const { readWebhook } = upstream;
  upstream.readWebhook = async () => null;
  expect((await says(attemptId, "{}")).statusCode).toBe(401);
  upstream.readWebhook = async () => {
    throw new ProviderFault("unreadable", "the public keys");
  };
  expect((await says(attemptId, "{}")).statusCode).toBe(503);
  upstream.readWebhook = readWebhook;
  expect(await jobs()).toEqual([]);
  expect(await studio.deps.db.rows.attempt.findUnique({ where: { id: attemptId } })).toMatchObject({
    state: "unknown",
  });
});

it("answers for an attempt that never was as for one that is, and knows no other provider", async () => {
  const { attemptId } = await attempt("accepted");
  const [known, unknown] = [await says(attemptId, '{"id":"a"}'), await says(newId("attempt"), '{"id":"a"}')];
  expect([unknown.statusCode, unknown.body]).toEqual([known.statusCode, known.body]);
  expect((await says(attemptId, '{"id":"a"}', "nobody")).statusCode).toBe(404);
  expect((await says("att_'--", '{"id":"a"}')).statusCode).toBe(404);
});

it("takes no body above a quarter of a megabyte", async () => {
  const { attemptId } = await attempt("accepted");
  expect((await says(attemptId, JSON.stringify({ id: "x".repeat(300_000) }))).statusCode).toBe(413);
});

it("brings nothing back to life that has ended", async () => {
  const { generationId, attemptId } = await attempt("accepted");
  await readAttempt(studio.deps, { attemptId });
  await says(attemptId, '{"id":"another"}');
  await readAttempt(studio.deps, { attemptId });
  const { artifacts, creditLines } = await view(generationId);
  expect(artifacts).toHaveLength(1);
  expect(creditLines).toHaveLength(2);
});
