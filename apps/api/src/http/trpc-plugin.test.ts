import { type MemberActor, newId } from "@covenant/domain";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Payments } from "../payments/payments.ts";
import { hosts, type TestSite, testSite } from "../testing/test-site.ts";
import { type TestStudio, testStudio } from "../testing/test-studio.ts";
import { webRouter } from "../trpc/web-router.ts";

let studio: TestStudio;
let site: TestSite;
let member: MemberActor;
let cookie: string;

/** What a bug in a port might say, none of which a caller may read. */
const inside = "SELECT password_hash FROM member WHERE secret = 'sk_live_1'";
const broken: Partial<Payments> = {
  openCheckout: () => Promise.reject(new Error(inside, { cause: new Error("at /srv/app/node_modules/pg") })),
};

const logged: string[] = [];
const log = pino({ level: "trace" }, { write: (line: string) => logged.push(line) });

beforeAll(async () => {
  studio = await testStudio({ payments: broken as Payments, log });
  site = await testSite(studio.deps);
});
beforeEach(async () => {
  member = await studio.member();
  cookie = await site.memberCookie(member.memberId);
});
afterAll(async () => {
  await site.app.close();
  await studio.deps.close();
});

const mutations = Object.entries(webRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>)
  .filter(([, procedure]) => procedure._def.type === "mutation")
  .map(([path]) => path);
const signedIn = async () =>
  JSON.parse((await site.query("members.me", undefined, { cookie })).body).result.data !== null;

const boundary = "----x";
const form = `--${boundary}\r\nContent-Disposition: form-data; name="name"\r\n\r\nx\r\n--${boundary}--\r\n`;

/** Ways another site's page, or a careless client, can make a browser send a change. */
const strangers: [string, Record<string, string>, string][] = [
  ["a form with files", { "content-type": `multipart/form-data; boundary=${boundary}`, "x-covenant": "1" }, form],
  ["plain text", { "content-type": "text/plain", "x-covenant": "1" }, "{}"],
  ["a plain form", { "content-type": "application/x-www-form-urlencoded", "x-covenant": "1" }, "a=b"],
  ["bytes", { "content-type": "application/octet-stream", "x-covenant": "1" }, "{}"],
  ["JSON without our header", { "content-type": "application/json" }, "{}"],
  ["another origin", { "content-type": "application/json", "x-covenant": "1", origin: "https://evil.test" }, "{}"],
  ["no origin to speak of", { "content-type": "application/json", "x-covenant": "1", origin: "null" }, "{}"],
  ["another site", { "content-type": "application/json", "x-covenant": "1", "sec-fetch-site": "cross-site" }, "{}"],
  ["a sibling host", { "content-type": "application/json", "x-covenant": "1", "sec-fetch-site": "same-site" }, "{}"],
];

it.each(strangers)("runs no mutation that comes as %s", async (_, headers, payload) => {
  for (const path of mutations) {
    const { status } = await site.send({ method: "POST", url: `/trpc/${path}`, headers, payload, cookie });
    expect([403, 415]).toContain(status);
  }
  expect(mutations).toContain("members.signOut");
  expect(await signedIn()).toBe(true);
});

it.each(["GET", "HEAD"] as const)("runs no mutation by %s, alone or in a batch", async (method) => {
  for (const path of mutations) {
    const alone = await site.send({ method, url: `/trpc/${path}?input=%7B%7D`, cookie });
    const batched = await site.send({ method, url: `/trpc/${path}?batch=1&input=%7B%220%22%3A%7B%7D%7D`, cookie });
    expect([alone.status, batched.status]).toEqual([405, 405]);
  }
  expect(await signedIn()).toBe(true);
});

it("runs a mutation that our own page sends", async () => {
  const headers = { origin: `http://${hosts["image-ai-run"]}`, "sec-fetch-site": "same-origin" };
  expect((await site.mutate("members.signOut", undefined, { cookie, headers })).status).toBe(200);
  expect(await signedIn()).toBe(false);
});

it("shows another site's page nothing, where the browser says whose page it is", async () => {
  const evil = [{ origin: "https://evil.test" }, { "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }];
  for (const headers of evil) expect((await site.query("members.me", undefined, { cookie, headers })).status).toBe(403);
  const byHand = { "sec-fetch-site": "none" };
  expect((await site.query("members.me", undefined, { cookie, headers: byHand })).status).toBe(200);
});

it("answers ten calls of one request, each on its own, and refuses eleven", async () => {
  const ask = (paths: string[]) => site.query(`${paths.join(",")}?batch=1`, undefined, { cookie });
  const ten = await ask([...Array.from({ length: 9 }, () => "members.me"), "generations.nothing"]);
  expect(ten.status).toBe(207);
  const answers = JSON.parse(ten.body);
  expect(answers).toHaveLength(10);
  expect(answers[0].result.data.id).toBe(member.memberId);
  expect(answers[9].error.data.code).toBe("NOT_FOUND");
  expect((await ask(Array.from({ length: 11 }, () => "members.me"))).status).toBe(400);
});

it("takes a list of names for one name where no batch is announced", async () => {
  const { status } = await site.mutate("generations.cancel,members.signOut", {}, { cookie });
  expect(status).toBe(404);
  expect(await signedIn()).toBe(true);
});

it("spends next to nothing on two thousand commas", async () => {
  const before = process.cpuUsage();
  const { status } = await site.query(`${",".repeat(2_000)}?batch=1`, undefined, { cookie });
  const { user } = process.cpuUsage(before);
  expect([400, 404, 414]).toContain(status);
  expect(user).toBeLessThan(50_000);
});

it("takes no JSON above a megabyte, and none that is not JSON", async () => {
  const big = await site.mutate("members.signOut", { note: "x".repeat(1_200_000) }, { cookie });
  expect(big.status).toBe(413);
  const headers = { "content-type": "application/json", "x-covenant": "1" };
  const torn = await site.send({ method: "POST", url: "/trpc/members.signOut", headers, payload: '{"a":', cookie });
  expect(torn.status).toBe(400);
  expect((await site.send({ method: "GET", url: "/trpc/generations.get?input=%7B", cookie })).status).toBe(400);
  expect(await signedIn()).toBe(true);
});

it("survives depth, prototypes and names of the language", async () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const headers = { "content-type": "application/json", "x-covenant": "1" };
  const post = (payload: string) =>
    site.send({ method: "POST", url: "/trpc/generations.cancel", headers, payload, cookie });
  expect((await post(deep)).status).toBe(400);
  for (const poison of ['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}']) {
    expect((await post(poison)).status).toBe(400);
    expect(
      (await site.send({ method: "GET", url: `/trpc/generations.get?input=${encodeURIComponent(poison)}`, cookie }))
        .status,
    ).toBe(400);
  }
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  for (const name of ["__proto__", "constructor", "toString", "members", "members.__proto__", ""]) {
    expect((await site.query(name, undefined, { cookie })).status).toBe(404);
  }
});

it("knows no other procedure, and says only that", async () => {
  const { status, body } = await site.query("members.everybody", undefined, { cookie });
  expect(status).toBe(404);
  expect(JSON.parse(body).error).toMatchObject({ message: "There is no such procedure.", data: { code: "NOT_FOUND" } });
  expect(body).not.toContain("everybody");
});

it("names each field that is wrong", async () => {
  const { status, body } = await site.mutate("orders.place", { packId: 7, extra: true }, { cookie });
  expect(status).toBe(400);
  expect(JSON.parse(body).error.data.fields).toEqual({
    "": expect.stringContaining("extra"),
    requestId: expect.any(String),
    packId: expect.any(String),
    method: expect.any(String),
    asksToStart: expect.any(String),
  });
});

it("says of a bug that it happened and under which id the log has the rest, and nothing of its inside", async () => {
  const { id: packId } = await studio.deps.db.rows.pack.findFirstOrThrow({ where: { storefront: "image-ai-run" } });
  const order = { requestId: newId("request"), packId, method: "card", asksToStart: true };
  logged.length = 0;
  expect((await site.query("members.me", undefined, { cookie })).status).toBe(200);
  expect(logged).toEqual([]);
  const { status, body } = await site.mutate("orders.place", order, { cookie });
  expect(status).toBe(500);
  const { error } = JSON.parse(body);
  expect(logged.map((line) => JSON.parse(line))).toMatchObject([
    { msg: "procedure failed", path: "orders.place", requestId: error.data.requestId },
  ]);
  expect(logged.join()).not.toContain(cookie.split("=")[1]);
  expect(error.data.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(error.message).toContain("failed on our side");
  for (const secret of ["SELECT", "password", "sk_live", "node_modules", "stack", "Error:"])
    expect(body).not.toContain(secret);
});

it("refuses a caller who tries too often with 429, and says for how long to wait", async () => {
  await studio.deps.db.query(
    `INSERT INTO rate_window (key, window_start, count)
     SELECT $1, to_timestamp(floor(extract(epoch FROM now()) / 60) * 60 + 60 * n), 500 FROM generate_series(0, 1) n`,
    [`generations.quote:image-ai-run:${member.memberId}`],
  );
  const { status, body } = await site.mutate("generations.quote", { modelId: "z-image" }, { cookie });
  expect(status).toBe(429);
  expect(JSON.parse(body).error.data.refusal).toMatchObject({
    code: "request/too-many",
    facts: { retryAfterSeconds: expect.any(Number) },
  });
});

it("counts each call of a batch against the limit", async () => {
  const headers = { "content-type": "application/json", "x-covenant": "1" };
  const url = `/trpc/${Array.from({ length: 5 }, () => "generations.quote").join(",")}?batch=1`;
  await site.send({ method: "POST", url, headers, payload: "{}", cookie });
  const [row] = await studio.deps.db.query<{ count: number }>(
    "SELECT sum(count)::int AS count FROM rate_window WHERE key = $1",
    [`generations.quote:image-ai-run:${member.memberId}`],
  );
  expect(row?.count).toBe(5);
});

it("answers at no host that is not a storefront's, and believes no forwarded one of a stranger", async () => {
  for (const host of ["localhost:4100", "evil.test", "image-ai-run.localhost.evil.test", "admin.localhost:4200"]) {
    expect((await site.query("members.me", undefined, { host, cookie })).status).toBe(404);
  }
  expect((await site.query("door.me", undefined, { host: "evil.test", prefix: "/staff/trpc" })).status).toBe(404);
  const { body } = await site.send({
    method: "GET",
    url: "/trpc/terms.storefront",
    remoteAddress: "203.0.113.9",
    headers: { "x-forwarded-host": hosts.apimodels },
  });
  expect(JSON.parse(body).result.data.id).toBe("image-ai-run");
});
