import { getBalance } from "@covenant/db";
import type { MemberActor } from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type TestProgram, testProgram } from "../testing/test-program.ts";
import { type TestStudio, testStudio } from "../testing/test-studio.ts";
import { forgetCalls } from "./forget-calls.ts";
import { listCalls } from "./list-calls.ts";

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
  member = await studio.member(1000, "apimodels");
  secret = (await program.newKey(member)).secret;
});
afterAll(async () => {
  await program.close();
  await studio.deps.close();
});

const calls = async () => (await listCalls(studio.deps, member, undefined)).rows;

async function post(body: object, headers: Record<string, string> = {}) {
  const response = await program.app.inject({
    method: "POST",
    url: "/v1/images/generations",
    headers: { authorization: `Bearer ${secret}`, ...headers },
    payload: { model: "z-image", prompt: "a lighthouse", ...body },
  });
  return response.statusCode;
}

const recorded = (count: number) => expect.poll(async () => (await calls()).length, { timeout: 15_000 }).toBe(count);

it("keeps a record of every call that wanted something, whatever came of it, and of no look", async () => {
  expect(await post({}, { "idempotency-key": "one" })).toBe(200);
  expect(await post({}, { "idempotency-key": "one" })).toBe(200);
  studio.hear({ source: "moderation", category: "hate", confidence: 0.97 });
  expect(await post({ prompt: "a standin-hate" })).toBe(400);
  expect(await post({ n: 11 })).toBe(400);
  await program.app.inject({ url: "/v1/models", headers: { authorization: `Bearer ${secret}` } });
  await recorded(4);
  const { available } = await getBalance(studio.deps.db, member.memberId);
  const route = "/v1/images/generations";
  expect(await calls()).toMatchObject([
    { route, status: 400, code: "request/invalid", modelId: null, generationId: null, state: null, credits: 0 },
    { route, status: 400, code: "content_policy_violation", state: "blocked", credits: 0 },
    { route, status: 200, code: null, state: "delivered", credits: 0 },
    { route, status: 200, code: null, state: "delivered", credits: 1000 - available },
  ]);
  expect(JSON.stringify(await studio.deps.db.rows.programCall.findMany())).not.toContain("lighthouse");
});

it("takes the credits of a generation into account once, of calls with one key that come at once", async () => {
  const statuses = await Promise.all([1, 2, 3, 4, 5].map(() => post({}, { "idempotency-key": "at once" })));
  expect(statuses).toEqual([200, 200, 200, 200, 200]);
  await recorded(5);
  const { available } = await getBalance(studio.deps.db, member.memberId);
  const charged = (await calls()).map(({ credits }) => credits);
  expect(charged.reduce((sum, credits) => sum + credits, 0)).toBe(1000 - available);
  expect(charged.filter((credits) => credits > 0)).toHaveLength(1);
});

it("shows a member no call of another's", async () => {
  await post({ n: 11 });
  await recorded(1);
  expect(await listCalls(studio.deps, await studio.member(0, "apimodels"), undefined)).toEqual({
    rows: [],
    next: null,
  });
});

it("sums what was used by day, model and key", async () => {
  await post({});
  await post({ n: 11 });
  await recorded(2);
  const today = studio.deps.clock.now().toISOString().slice(0, 10);
  const usage = (query: string) =>
    program.app.inject({ url: `/v1/usage?${query}`, headers: { authorization: `Bearer ${secret}` } });
  const { available } = await getBalance(studio.deps.db, member.memberId);
  expect((await usage(`from=${today}&to=${today}`)).json().data).toMatchObject([
    { day: today, model: "z-image", calls: 1, refused: 0, credits: 1000 - available },
    { day: today, model: null, calls: 1, refused: 1, credits: 0 },
  ]);
  expect((await usage("from=2026-01-01&to=2027-01-01")).json().detail).toContain("1 to 92 days");
  expect((await usage("from=yesterday&to=2027-01-01")).json()).toMatchObject({ param: "from" });
});

it("forgets each record whose time is over, and no other", async () => {
  await post({ n: 11 });
  await post({ n: 12 });
  await recorded(2);
  const [newest] = await calls();
  const { db } = studio.deps;
  const keepUntil = new Date("2027-01-01T00:00:00Z");
  await db.rows.programCall.update({ where: { id: newest?.id ?? "" }, data: { keepUntil } });
  const at = (ms: number) => ({ db, clock: { now: () => new Date(keepUntil.getTime() + ms) } });
  expect([await forgetCalls(at(-1)), await forgetCalls(at(0))]).toEqual([0, 1]);
  expect((await calls()).map(({ id }) => id)).not.toContain(newest?.id);
  await recorded(1);
});
