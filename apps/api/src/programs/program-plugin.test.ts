import { auditLedger, getBalance } from "@covenant/db";
import { type AttemptId, type GenerationId, type MemberActor, newId } from "@covenant/domain";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { readAttempt } from "../generations/read-attempt.ts";
import { runAttempt } from "../generations/run-attempt.ts";
import { createApiKey } from "../keys/create-api-key.ts";
import { listApiKeys } from "../keys/list-api-keys.ts";
import { revokeApiKey } from "../keys/revoke-api-key.ts";
import { finished, waiting } from "../testing/scripted-provider.ts";
import { smallPicture, type TestStudio, testStudio } from "../testing/test-studio.ts";
import { programPlugin } from "./program-plugin.ts";

let studio: TestStudio;
let member: MemberActor;
let app: FastifyInstance;
let secret: string;

beforeAll(async () => {
  studio = await testStudio();
  app = Fastify();
  await app.register(programPlugin, { deps: studio.deps, prefix: "/v1" });
});
beforeEach(async () => {
  studio.hear(null);
  studio.provider.onRead(() => finished);
  member = await studio.member(1000, "apimodels");
  secret = (await newKey()).secret;
});
afterAll(async () => {
  expect(await auditLedger(studio.deps.db)).toEqual([]);
  await app.close();
  await studio.deps.close();
});

const newKey = () => createApiKey(studio.deps, member, { requestId: newId("request"), name: "test" });
const balance = () => getBalance(studio.deps.db, member.memberId);
const generations = () => studio.deps.db.rows.generation.findMany({ where: { memberId: member.memberId } });

type Call = { key?: string; idempotencyKey?: string; body?: object };

/** One call, with a worker beside it that reads the attempt as the queue would. */
async function call({ key = secret, idempotencyKey, body = {} }: Call = {}) {
  const stop = new AbortController();
  const worker = work(stop.signal);
  const response = await app.inject({
    method: "POST",
    url: "/v1/images/generations",
    headers: {
      authorization: `Bearer ${key}`,
      ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
    },
    payload: { model: "z-image", prompt: "a lighthouse", ...body },
  });
  stop.abort();
  await worker;
  return { status: response.statusCode, headers: response.headers, body: response.json() };
}

async function work(stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const open = await studio.deps.db.rows.attempt.findMany({ where: { state: "submitted" } });
    for (const { id, reads } of open) await readAttempt(studio.deps, { attemptId: id as AttemptId, turn: reads });
    await new Promise((resume) => setTimeout(resume, 20));
  }
}

it("answers a picture in the shape of OpenAI's API, with what it cost", async () => {
  const { status, body } = await call();
  expect(status).toBe(200);
  expect(body).toEqual({
    created: Math.floor(studio.deps.clock.now().getTime() / 1000),
    data: [{ url: expect.stringMatching(/^https?:/) }],
    covenant: {
      generation_id: expect.stringMatching(/^gen_/),
      state: "delivered",
      credits: expect.any(Number),
      credit_lines: expect.arrayContaining([expect.stringContaining("charged")]),
    },
  });
  expect(await balance()).toMatchObject({ available: 1000 - body.covenant.credits, held: 0 });
  const inline = await call({ body: { response_format: "b64_json" } });
  expect(Buffer.from(inline.body.data[0].b64_json, "base64")).toEqual(Buffer.from(await smallPicture()));
});

it("answers a block with its clauses, and charges nothing where the terms charge for success only", async () => {
  studio.hear({ source: "moderation", category: "hate", confidence: 0.97 });
  const { status, body } = await call({ body: { prompt: "a standin-hate" } });
  expect(status).toBe(400);
  expect(body.error).toMatchObject({
    code: "content_policy_violation",
    clauses: expect.arrayContaining([expect.stringMatching(/^API-/)]),
    class: "policy_input",
    stage: "screening",
    category: "hate",
    retryable: false,
    credits: { charged: 0 },
    request_id: expect.any(String),
  });
  expect(await balance()).toMatchObject({ available: 1000, held: 0 });
});

it("answers a failure of the upstream with what it cost: nothing", async () => {
  studio.provider.onRead(() => ({
    kind: "failed",
    failure: { class: "bad-input", category: null, stage: "run", detail: "scripted" },
  }));
  const { status, body } = await call();
  expect(status).toBe(502);
  expect(body.error).toMatchObject({ code: "generation/failed", class: "bad_input", credits: { charged: 0 } });
  expect(await balance()).toMatchObject({ available: 1000, held: 0 });
});

it("answers 402 when the balance is too low, and leaves nothing behind", async () => {
  member = await studio.member(1, "apimodels");
  const { status, body } = await call({ key: (await newKey()).secret });
  expect(status).toBe(402);
  expect(body.error).toMatchObject({
    code: "credits/insufficient",
    message: expect.stringContaining("Nothing was charged"),
  });
  expect(await generations()).toEqual([]);
  expect(await balance()).toMatchObject({ available: 1, held: 0 });
});

it("replays one generation for one Idempotency-Key, and refuses it for another request", async () => {
  const first = await call({ idempotencyKey: "order-17" });
  const again = await call({ idempotencyKey: "order-17" });
  expect(again.body.covenant.generation_id).toBe(first.body.covenant.generation_id);
  expect(await generations()).toHaveLength(1);
  const other = await call({ idempotencyKey: "order-17", body: { prompt: "a harbour" } });
  expect(other).toMatchObject({ status: 409, body: { error: { code: "request/reused-key" } } });
  expect(await call({ idempotencyKey: "order-17", key: (await newKey()).secret })).toMatchObject({ status: 200 });
  expect(await generations()).toHaveLength(2);
});

it("makes one generation of one Idempotency-Key sent five times at once", async () => {
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => call({ idempotencyKey: "at once" })));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(new Set(answers.map(({ body }) => body.covenant.generation_id)).size).toBe(1);
  expect(await generations()).toHaveLength(1);
});

it("goes on without a caller who leaves, and gives the result to the same key later", async () => {
  studio.provider.onRead(() => waiting);
  const origin = await app.listen({ port: 0, host: "127.0.0.1" });
  const impatient = fetch(`${origin}/v1/images/generations`, {
    method: "POST",
    signal: AbortSignal.timeout(1_000),
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/json", "idempotency-key": "slow" },
    body: JSON.stringify({ model: "z-image", prompt: "a lighthouse" }),
  });
  await expect(impatient).rejects.toThrow();
  studio.provider.onRead(() => finished);
  const { status, body } = await call({ idempotencyKey: "slow" });
  expect(status).toBe(200);
  expect(await generations()).toMatchObject([{ id: body.covenant.generation_id, state: "delivered" }]);
});

it("lets the queue finish what a dead process began", async () => {
  studio.provider.onSubmit(() => Promise.reject(new Error("the process died")));
  expect((await call()).status).toBe(500);
  const [{ id = "" } = {}] = await generations();
  await runAttempt(studio.deps, { generationId: id as GenerationId });
  expect(await studio.deps.db.rows.attempt.findMany({ where: { generationId: id } })).toMatchObject([
    { state: "unknown" },
  ]);
  studio.provider.onSubmit(({ attemptId }) => ({
    kind: "accepted",
    handle: { upstreamId: attemptId, urls: { status: "", result: "", cancel: "" }, outputs: [] },
  }));
});

it("is dead to a revoked key at once, and does not note its use", async () => {
  const { key, secret: dying } = await newKey();
  await revokeApiKey(studio.deps, member, key.id);
  await revokeApiKey(studio.deps, member, key.id);
  expect(await call({ key: dying })).toMatchObject({ status: 401, body: { error: { code: "key/revoked" } } });
  const [row] = (await listApiKeys(studio.deps, member)).filter(({ id }) => id === key.id);
  expect(row).toMatchObject({ lastUsedAt: null, revokedAt: studio.deps.clock.now().toISOString() });
  expect(await generations()).toEqual([]);
});

it("answers at an address that is none in the shape of every other error", async () => {
  const { statusCode, body } = await app.inject({ method: "GET", url: "/v1/nothing" });
  expect(statusCode).toBe(404);
  expect(JSON.parse(body)).toMatchObject({
    error: { code: "request/invalid", message: expect.stringContaining("/v1/openapi.json") },
  });
});

it("refuses every call without a key of ours, and tells an unknown key from none", async () => {
  const url = "/v1/models";
  for (const authorization of ["", "Bearer", `Basic ${secret}`, `Bearer ${secret}x`, "Bearer sk-somebody-elses"]) {
    const { statusCode, body } = await app.inject({ method: "GET", url, headers: { authorization } });
    expect(statusCode).toBe(401);
    expect(JSON.parse(body).error.code).toBe("session/required");
  }
  expect((await app.inject({ method: "GET", url: `${url}?key=${secret}` })).statusCode).toBe(401);
  const unknown = `cov_live_${"a".repeat(43)}`;
  expect(await call({ key: unknown })).toMatchObject({ status: 401, body: { error: { code: "key/revoked" } } });
});

it("refuses a suspended member's key", async () => {
  await studio.deps.db.rows.suspension.create({
    data: { id: newId("case"), memberId: member.memberId, cause: "test", imposedAt: studio.deps.clock.now() },
  });
  expect(await call()).toMatchObject({ status: 403, body: { error: { code: "member/suspended" } } });
  expect(await generations()).toEqual([]);
});

it.each([
  [{ prompt: "" }, "prompt", "Say what to make in 'prompt': it is missing or empty."],
  [{ prompt: " \n" }, "prompt", "Say what to make in 'prompt': it is missing or empty."],
  [{ n: 0 }, "n", "Send 'n' as a whole number from 1 to 10, or leave it out for one image."],
  [{ model: 7 }, "model", "Name a model in 'model': GET /v1/models lists them."],
  [{ size: 512 }, "size", "Write 'size' as width and height, such as 1024x1024, or leave it out."],
  [{ size: "7x7" }, "size", /^Change 'size', or leave it out\. This model makes \d+x\d+.*\.$/],
  [{ response_format: "png" }, "response_format", "Send 'response_format' as url or b64_json."],
])("names the field that is wrong in %j and says what to send", async (sent, param, message) => {
  const { status, body } = await call({ body: sent });
  expect({ status, ...body.error }).toMatchObject({
    status: 400,
    type: "invalid_request_error",
    code: "request/invalid",
    param,
    message: typeof message === "string" ? message : expect.stringMatching(message),
  });
});

it.each([
  ["application/json", "", "Send a JSON object: the body is empty."],
  ["application/json", "{model:", "The body is not valid JSON: check its quotes and commas."],
  ["application/json", "[]", "Send a JSON object with 'model' and 'prompt'."],
  ["application/xml", "<lighthouse/>", "Send the body as JSON, with 'Content-Type: application/json'."],
])("says how to send a body when %s %j is no request", async (type, payload, message) => {
  const headers = { authorization: `Bearer ${secret}`, "content-type": type };
  const response = await app.inject({ method: "POST", url: "/v1/images/generations", headers, payload });
  expect(response.json().error).toMatchObject({ type: "invalid_request_error", param: null, message });
});

it("lists what may be called with the key: the models of its storefront", async () => {
  const headers = { authorization: `Bearer ${secret}` };
  const { data } = (await app.inject({ method: "GET", url: "/v1/models", headers })).json();
  const rows = await studio.deps.db.rows.model.findMany({ where: { storefront: "apimodels" } });
  expect(data.map(({ id }: { id: string }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
});

it("limits how often one key calls, and says for how long to wait", async () => {
  const { key } = await newKey();
  await studio.deps.db.query(
    `INSERT INTO rate_window (key, window_start, count)
     SELECT $1, to_timestamp(floor(extract(epoch FROM now()) / 60) * 60 + 60 * n), 60 FROM generate_series(0, 1) n`,
    [`program:${(await listApiKeys(studio.deps, member)).find(({ id }) => id !== key.id)?.id}`],
  );
  const { status, headers, body } = await call();
  expect({ status, code: body.error.code }).toEqual({ status: 429, code: "request/too-many" });
  expect(Number(headers["retry-after"])).toBeGreaterThan(0);
});
