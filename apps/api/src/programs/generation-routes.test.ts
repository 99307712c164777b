import { auditLedger, getBalance } from "@covenant/db";
import { type MemberActor, newId } from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { finished, waiting } from "../testing/scripted-provider.ts";
import { type TestProgram, testProgram } from "../testing/test-program.ts";
import { type TestStudio, testStudio } from "../testing/test-studio.ts";

let studio: TestStudio;
let program: TestProgram;
let member: MemberActor;
let secret: string;

beforeAll(async () => {
  studio = await testStudio();
  program = await testProgram(studio);
});
beforeEach(async () => {
  studio.hear(null);
  studio.provider.onRead(() => finished);
  member = await studio.member(1000, "apimodels");
  secret = (await program.newKey(member)).secret;
});
afterAll(async () => {
  expect(await auditLedger(studio.deps.db)).toEqual([]);
  await program.close();
  await studio.deps.close();
});

const wanted = { model: "z-image", prompt: "a lighthouse" };
const made = () => studio.deps.db.rows.generation.count({ where: { memberId: member.memberId } });

async function ask(method: "GET" | "POST", path: string, { body, idempotencyKey, key = secret }: Asked = {}) {
  const response = await program.app.inject({
    method,
    url: `/v1${path}`,
    headers: {
      authorization: `Bearer ${key}`,
      ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
    },
    ...(body === undefined ? {} : { payload: body }),
  });
  return { status: response.statusCode, headers: response.headers, body: response.json() };
}
type Asked = { body?: object; idempotencyKey?: string; key?: string };

const create = (asked: Omit<Asked, "body"> & { body?: object } = {}) =>
  ask("POST", "/generations", { ...asked, body: { ...wanted, ...asked.body } });

async function end(id: string) {
  const endedAt = async () => (await ask("GET", `/generations/${id}`)).body.ended_at;
  await expect.poll(endedAt, { timeout: 15_000 }).not.toBeNull();
  return (await ask("GET", `/generations/${id}`)).body;
}

it("answers at once, and tells later what came of it and what it cost", async () => {
  const { status, headers, body } = await create();
  expect({ status, location: headers.location }).toEqual({
    status: 202,
    location: `/v1/generations/${body.id}`,
  });
  expect(body).toMatchObject({ object: "generation", model: "z-image", ended_at: null, problem: null });
  const ended = await end(body.id);
  expect(ended).toMatchObject({ state: "delivered", can_cancel: false, problem: null });
  expect(ended.files).toMatchObject([
    { format: "png", content_type: "image/png", url: expect.stringMatching(/^http/) },
  ]);
  expect(ended.credits).toMatchObject({ charged: body.price, refunded: 0 });
  expect(await getBalance(studio.deps.db, member.memberId)).toMatchObject({ available: 1000 - body.price, held: 0 });
});

it("prices without making anything, and honours the price it gave", async () => {
  const model = "seedream-4.5";
  const { status, body: quote } = await create({ body: { model, dry_run: true } });
  expect(status).toBe(200);
  expect(quote).toMatchObject({ object: "quote", is_exact: true, balance_after: 1000 - quote.credits });
  expect(await made()).toBe(0);
  const dearer = { id: newId("modelPrice"), storefront: "apimodels", modelId: model, credits: quote.credits + 5 };
  const now = studio.deps.clock.now();
  await studio.deps.db.rows.modelPrice.create({ data: { ...dearer, effectiveAt: now, createdAt: now } });
  expect((await create({ body: { model, quote: quote.id } })).body.price).toBe(quote.credits);
  expect((await create({ body: { model } })).body.price).toBe(quote.credits + 5);
});

it("makes several at once of what is made in several, each at the price of one", async () => {
  const { body: single } = await create({ body: { dry_run: true } });
  const { body } = await create({ body: { n: 2 } });
  expect(body.price).toBe(2 * single.credits);
  expect(await create({ body: { n: 10 } })).toMatchObject({ status: 400, body: { param: "n" } });
});

it("makes one generation of one Idempotency-Key sent a hundred times at once, and refuses it for another body", async () => {
  const answers = await Promise.all(Array.from({ length: 100 }, () => create({ idempotencyKey: "hundred" })));
  const taken = answers.filter(({ status }) => status === 202);
  expect(new Set(taken.map(({ body }) => body.id)).size).toBe(1);
  // Sixty spending calls a minute are taken of one key.
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202, 429]));
  expect(await made()).toBe(1);
  const other = await program.newKey(member);
  expect((await create({ idempotencyKey: "k", key: other.secret })).status).toBe(202);
  const changed = await create({ idempotencyKey: "k", key: other.secret, body: { prompt: "a harbour" } });
  expect(changed).toMatchObject({ status: 409, body: { class: "conflict", code: "request/reused-key" } });
}, 90_000);

it("says in one taxonomy why there are no files", async () => {
  studio.hear({ source: "moderation", category: "hate", confidence: 0.97 });
  const { body } = await create({ body: { prompt: "a standin-hate" } });
  expect(body).toMatchObject({
    state: "blocked",
    credits: { charged: 0 },
    problem: {
      class: "policy_input",
      stage: "screening",
      category: "hate",
      retryable: false,
      appeal: { path: expect.stringMatching(/^\/appeal\/(gen|cas)_/), until: expect.any(String) },
    },
  });
  expect(body.problem.clauses).toEqual(expect.arrayContaining([expect.stringMatching(/^API-/)]));
});

it("cancels what waits, twice is once, and refuses what has ended", async () => {
  const { body } = await create();
  await end(body.id);
  expect(await ask("POST", `/generations/${body.id}/cancel`)).toMatchObject({
    status: 409,
    body: { code: "generation/not-cancellable", retryable: false },
  });
  await studio.deps.db.rows.generation.update({ where: { id: body.id }, data: { state: "cancelled" } });
  expect(await ask("POST", `/generations/${body.id}/cancel`)).toMatchObject({
    status: 200,
    body: { state: "cancelled" },
  });
});

it("tells each change as it comes, and ends with the generation", async () => {
  studio.provider.onRead(() => waiting);
  const { body } = await create();
  const response = await fetch(`${program.origin}/v1/generations/${body.id}/events`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  setTimeout(() => studio.provider.onRead(() => finished), 200);
  const events = (await response.text()).trim().split("\n\n");
  const last = events.at(-1)?.split("\n");
  expect(last?.[1]).toBe("event: delivered");
  expect(JSON.parse(last?.[2]?.slice("data: ".length) ?? "")).toMatchObject({ id: body.id, state: "delivered" });
  const ids = events.map((event) => Number(/^id: (\d+)/.exec(event)?.[1]));
  expect(ids).toEqual([...ids].sort((one, other) => one - other));
});

it("lists by pages, newest first, the account's own only", async () => {
  member = await studio.member(5000, "apimodels");
  secret = (await program.newKey(member)).secret;
  const ids: string[] = [];
  for (let index = 0; index < 26; index += 1) ids.unshift((await create()).body.id);
  const first = (await ask("GET", "/generations")).body;
  const rest = (await ask("GET", `/generations?after=${first.next}`)).body;
  expect([...first.data, ...rest.data].map(({ id }: { id: string }) => id)).toEqual(ids);
  expect(rest.next).toBeNull();
  const stranger = (await program.newKey(await studio.member(0, "apimodels"))).secret;
  expect((await ask("GET", "/generations", { key: stranger })).body.data).toEqual([]);
  for (const path of [`/generations/${ids[0]}`, `/generations/${ids[0]}/events`]) {
    expect(await ask("GET", path, { key: stranger })).toMatchObject({ status: 404, body: { class: "not_found" } });
  }
  expect((await ask("POST", `/generations/${ids[0]}/cancel`, { key: stranger })).status).toBe(404);
});

it.each([
  [{ sized: "1024x1024" }, "sized", "Take 'sized' out: there is no such field."],
  [{ dry_run: "yes" }, "dry_run", "Send 'dry_run' as true or false."],
  [{ image: "cat.png" }, "image", "Send in 'image' the id of a file you have uploaded."],
  [{ quote: newId("order") }, "quote", "Send in 'quote' the id that a call with 'dry_run' gave."],
  [{ prompt: "" }, "prompt", "Say what to make in 'prompt'. This model needs a prompt."],
  [{ model: "gpt-0" }, "model", "There is no such model here. GET /v1/models lists them."],
])("refuses %j before anything is made, and says what to change", async (sent, param, message) => {
  const { status, body } = await create({ body: sent });
  expect({ status, param: body.param, detail: body.detail }).toEqual({ status: 400, param, detail: message });
  expect(await made()).toBe(0);
});

it("takes a key at the hosts of its own storefront, and at none of another's", async () => {
  const inject = (host: string) =>
    program.app.inject({ url: "/v1/balance", headers: { host, authorization: `Bearer ${secret}` } });
  expect((await inject("apimodels.localhost")).statusCode).toBe(200);
  const elsewhere = await inject("image-ai-run.localhost");
  expect(elsewhere.statusCode).toBe(401);
  expect(elsewhere.json().detail).toContain(`${studio.deps.originOf("apimodels")}/v1`);
});
