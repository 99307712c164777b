import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { buildAppServer } from "./serve-app.ts";

const bundle = mkdtempSync(join(tmpdir(), "app-server-"));
const document = (script: string) => `<html><head></head><body><script src="/assets/${script}"></script></body></html>`;
mkdirSync(join(bundle, "assets"));
writeFileSync(join(bundle, "index.html"), document("old.js"));

const app = await buildAppServer({
  bundle,
  apiUrl: "http://127.0.0.1:1",
  trpcPrefix: "/trpc",
  passOn: [{ prefix: "/v1", mostBytes: 1024 * 1024 }],
  mediaOrigin: "http://media.localhost",
  answersAt: (hostname) => hostname === "shop.localhost",
  hasPage: ({ path }) => path !== "/nowhere",
  fill: (page, { hostname, path }) => page.replace("<body>", `<body>${hostname} ${path}`),
});
afterAll(async () => {
  await app.close();
  rmSync(bundle, { recursive: true });
});

const visit = (url: string, host = "shop.localhost:4100") => app.inject({ url, headers: { host } });

it("puts what is known of a page into it, by host and path", async () => {
  const { body, headers } = await visit("/pricing?from=mail");
  expect(body).toContain("<body>shop.localhost /pricing<script");
  expect(headers["content-security-policy"]).toContain("script-src 'self'");
});

it("names the files of a build that came after the start", async () => {
  writeFileSync(join(bundle, "index.html"), document("new.js"));
  utimesSync(join(bundle, "index.html"), new Date(), new Date(Date.now() + 5_000));
  writeFileSync(join(bundle, "assets", "new.js"), "// new");
  expect((await visit("/")).body).toContain("/assets/new.js");
  expect((await visit("/assets/new.js")).body).toBe("// new");
  expect((await visit("/assets/old.js")).statusCode).toBe(404);
});

it("sends the packed copy of a file to whoever takes it", async () => {
  writeFileSync(join(bundle, "assets", "big.js"), "// plain");
  writeFileSync(join(bundle, "assets", "big.js.br"), "packed");
  const headers = { host: "shop.localhost", "accept-encoding": "gzip, br" };
  const sent = await app.inject({ url: "/assets/big.js", headers });
  expect([sent.body, sent.headers["content-encoding"], sent.headers["content-type"]]).toEqual([
    "packed",
    "br",
    expect.stringContaining("javascript"),
  ]);
  expect((await visit("/assets/big.js")).body).toBe("// plain");
});

it("answers at its own hosts only", async () => {
  expect((await visit("/", "elsewhere.example")).statusCode).toBe(421);
});

it("answers 404 where no page lives, with the page that says so", async () => {
  const missing = await visit("/nowhere");
  expect([missing.statusCode, missing.body.includes("<script")]).toEqual([404, true]);
});

it("says in its own words that the api does not answer, to the app and to a program", async () => {
  const { statusCode, body } = await visit("/v1/models");
  expect(statusCode).toBe(502);
  expect(JSON.parse(body)).toMatchObject({
    message: expect.stringContaining("does not answer"),
    error: { message: expect.stringContaining("does not answer"), code: "service/unavailable" },
  });
});

it("refuses what is too large before it is sent on, and says how much is taken", async () => {
  const headers = { host: "shop.localhost", "content-type": "application/json" };
  const { statusCode, body } = await app.inject({
    method: "POST",
    url: "/v1/images/generations",
    headers,
    payload: "a".repeat(1024 * 1024 + 1),
  });
  expect(statusCode).toBe(413);
  expect(JSON.parse(body).error).toMatchObject({ code: "request/invalid", message: expect.stringContaining("1 MB") });
});
