import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { after, duration } from "@covenant/domain";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { folderStore } from "../artifacts/folder-store.ts";
import { purgeFile } from "../artifacts/purge-file.ts";
import { viewArtifact } from "../artifacts/view-artifact.ts";
import { type Planted, plantArtifact } from "../testing/plant-artifact.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { buildMediaServer } from "./media-server.ts";

const folder = mkdtempSync(join(tmpdir(), "covenant-files-"));
let deps: TestDeps;
let app: FastifyInstance;
let port: number;

beforeAll(async () => {
  deps = await testDeps({ files: folderStore(folder) });
  app = buildMediaServer(deps);
  await app.listen({ port: 0, host: "127.0.0.1" });
  port = (app.server.address() as AddressInfo).port;
});
beforeEach(() => deps.clock.set(new Date()));
afterAll(async () => {
  await app.close();
  await deps.close();
  rmSync(folder, { recursive: true });
});

type Asked = { method?: string; headers?: Record<string, string>; host?: string };

/** Dials this machine and names the host, as a browser that resolves `*.localhost` does. */
async function ask(path: string, { method = "GET", headers = {}, host = "media.localhost:4400" }: Asked = {}) {
  const response = await new Promise<import("node:http").IncomingMessage>((answered, failed) => {
    request({ host: "127.0.0.1", port, path, method, headers: { host, ...headers } }, answered)
      .on("error", failed)
      .end();
  });
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
}

const rowOf = ({ artifactId }: Planted) => deps.db.rows.artifact.findUniqueOrThrow({ where: { id: artifactId } });

async function linksOf(planted: Planted) {
  const { url, downloadUrl } = viewArtifact(deps, await rowOf(planted));
  if (url === null || downloadUrl === null) throw new Error("the file has no links");
  return { url: new URL(url).pathname, downloadUrl: new URL(downloadUrl).pathname };
}

const guards = {
  "content-security-policy": "sandbox; default-src 'none'",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "cross-origin",
  "referrer-policy": "no-referrer",
};

it("serves the clear bytes under headers that keep a file a file", async () => {
  const bytes = randomBytes(2 * 1024 * 1024 + 5);
  const { url } = await linksOf(await plantArtifact(deps, { bytes }));
  const answer = await ask(url);
  expect(answer.status).toBe(200);
  expect(answer.body.equals(bytes)).toBe(true);
  expect(answer.headers).toMatchObject({
    ...guards,
    "content-type": "image/png",
    "content-length": String(bytes.length),
    "cache-control": "private, no-cache",
  });
  expect(answer.headers["content-disposition"]).toMatch(/^inline; filename="image-ai-run-[0-9a-f]{8}\.png"$/);
  expect(answer.headers["set-cookie"]).toBeUndefined();
});

it("serves a part of a file, decrypted from its own chunks alone, and takes that for no download", async () => {
  const bytes = randomBytes(3 * 1024 * 1024 + 77);
  const planted = await plantArtifact(deps, { bytes });
  const { downloadUrl } = await linksOf(planted);
  const chunk = 1024 * 1024;
  for (const [from, to] of [
    [0, 9],
    [chunk - 1, chunk],
    [chunk, 2 * chunk - 1],
    [100, bytes.length - 1],
    [bytes.length - 1, bytes.length - 1],
  ] as const) {
    const answer = await ask(downloadUrl, { headers: { range: `bytes=${from}-${to}` } });
    expect([answer.status, answer.headers["content-range"]]).toEqual([206, `bytes ${from}-${to}/${bytes.length}`]);
    expect(answer.headers).toMatchObject(guards);
    expect(answer.body.equals(bytes.subarray(from, to + 1)), `${from}-${to}`).toBe(true);
  }
  const outside = await ask(downloadUrl, { headers: { range: `bytes=${bytes.length}-` } });
  expect([outside.status, outside.headers["content-range"]]).toEqual([416, `bytes */${bytes.length}`]);
  const other = await ask(downloadUrl, { method: "HEAD", headers: { range: "bytes=0-9", "if-range": '"another"' } });
  expect([other.status, other.headers["accept-ranges"]]).toEqual([200, "bytes"]);
  await app.close().then(restart);
  expect((await rowOf(planted)).downloadConfirmedAt).toBeNull();
});

it("sends no byte of a part whose chunk was changed in the store", async () => {
  const planted = await plantArtifact(deps, { bytes: randomBytes(2 * 1024 * 1024) });
  const path = join(folder, planted.artifactId);
  const sealed = readFileSync(path);
  sealed.writeUInt8(sealed.readUInt8(sealed.length - 40) ^ 1, sealed.length - 40);
  writeFileSync(path, sealed);
  const { url } = await linksOf(planted);
  expect((await ask(url, { headers: { range: "bytes=0-99" } })).status).toBe(206);
  const damaged = await ask(url, { headers: { range: "bytes=1048576-1048580" } });
  expect([damaged.status, damaged.headers["content-type"]]).toEqual([500, "application/json; charset=utf-8"]);
});

it("answers HEAD with the same headers and no bytes, and takes it for no download", async () => {
  const planted = await plantArtifact(deps);
  const { downloadUrl } = await linksOf(planted);
  const answer = await ask(downloadUrl, { method: "HEAD" });
  expect([answer.status, answer.body.length]).toEqual([200, 0]);
  expect(answer.headers).toMatchObject({ ...guards, "content-length": "28", "content-type": "image/png" });
  await app.close().then(restart);
  expect((await rowOf(planted)).downloadConfirmedAt).toBeNull();
});

async function restart() {
  app = buildMediaServer(deps);
  await app.listen({ port: 0, host: "127.0.0.1" });
  port = (app.server.address() as AddressInfo).port;
}

it("lets the storefronts' and the console's pages read a file, and no other page", async () => {
  const { url } = await linksOf(await plantArtifact(deps));
  const allowed = async (origin: string) =>
    (await ask(url, { headers: { origin } })).headers["access-control-allow-origin"];
  for (const ours of ["http://image-ai-run.test", "http://modelmyimage.test", "http://admin.localhost:4200"]) {
    expect(await allowed(ours)).toBe(ours);
  }
  for (const other of [
    "https://evil.test",
    "null",
    "http://image-ai-run.test.evil.test",
    "http://media.localhost:4400",
  ]) {
    expect(await allowed(other), other).toBeUndefined();
  }
  expect((await ask(url)).headers.vary).toBe("origin");
});

it("answers to no other host of this machine, where sessions live", async () => {
  const { url } = await linksOf(await plantArtifact(deps));
  for (const host of ["image-ai-run.localhost:4400", "admin.localhost:4400", "127.0.0.1"]) {
    expect((await ask(url, { host })).status, host).toBe(404);
  }
});

it("refuses a link that was changed or is over", async () => {
  const { url } = await linksOf(await plantArtifact(deps));
  for (const path of [`${url}x`, url.replace("art_", "art_0"), "/f/nothing", url.replace(".inline.", ".attachment.")]) {
    const answer = await ask(path);
    expect(answer.status, path).toBe(403);
    expect(answer.headers).toMatchObject({ ...guards, "cache-control": "no-store" });
    expect(answer.headers["content-type"]).toContain("text/plain");
  }
  deps.clock.advance(duration.minutes(16));
  expect((await ask(url)).status).toBe(403);
});

it("answers 410 as soon as a file is purged, also to a browser that has a copy", async () => {
  const planted = await plantArtifact(deps);
  const { url } = await linksOf(planted);
  const { etag = "" } = (await ask(url)).headers;
  expect((await ask(url, { headers: { "if-none-match": etag } })).status).toBe(304);
  await purgeFile(deps, { kind: "artifact", id: planted.artifactId, cause: "member-request" });
  const gone = await ask(url, { headers: { "if-none-match": etag } });
  expect([gone.status, gone.body.toString()]).toEqual([410, "This file is gone."]);
  expect(gone.headers).toMatchObject(guards);
});

it("answers 410 the moment its time is over, before any sweep", async () => {
  const planted = await plantArtifact(deps);
  const { url } = await linksOf(planted);
  await deps.db.rows.artifact.update({
    where: { id: planted.artifactId },
    data: { keepUntil: after(new Date(), -duration.seconds(1)) },
  });
  expect((await ask(url)).status).toBe(410);
});

it("answers 410 when only the key is gone", async () => {
  const planted = await plantArtifact(deps);
  const { url } = await linksOf(planted);
  await deps.keys.destroy(planted.artifactId);
  expect((await ask(url)).status).toBe(410);
});

it("confirms a complete download once and rules again how long the file stays", async () => {
  const madeAt = deps.clock.now();
  const keepUntil = after(madeAt, duration.minutes(60));
  const planted = await plantArtifact(deps, { storefront: "modelmyimage", keepUntil });
  const { url, downloadUrl } = await linksOf(planted);
  await ask(url);
  await ask(downloadUrl);
  await expect.poll(async () => (await rowOf(planted)).downloadConfirmedAt).toEqual(madeAt);
  const { keepUntil: ruled } = await rowOf(planted);
  expect(ruled).toEqual(after(madeAt, duration.minutes(10)));

  deps.clock.advance(duration.minutes(5));
  await ask(downloadUrl);
  await app.close().then(restart);
  expect(await rowOf(planted)).toMatchObject({ downloadConfirmedAt: madeAt, keepUntil: ruled });
  const rulings = await deps.db.rows.ruling.findMany({ where: { generationId: planted.generationId } });
  expect(rulings).toMatchObject([{ question: "retention", facts: { fileId: planted.artifactId } }]);
});

it("tells an open page of the first download, which makes the file's time shorter", async () => {
  const planted = await plantArtifact(deps, { storefront: "modelmyimage" });
  const left = new AbortController();
  const changes = deps.live.watch(planted.generationId, left.signal);
  await changes.next();
  await ask((await linksOf(planted)).downloadUrl);
  expect((await changes.next()).done).toBe(false);
  left.abort();
});

it("takes a page that only shows the file for no download", async () => {
  const planted = await plantArtifact(deps);
  await ask((await linksOf(planted)).url);
  await app.close().then(restart);
  expect((await rowOf(planted)).downloadConfirmedAt).toBeNull();
});

it("breaks off rather than send a byte that was changed in the store, and confirms nothing", async () => {
  const planted = await plantArtifact(deps, { bytes: randomBytes(3 * 1024 * 1024) });
  const path = join(folder, planted.artifactId);
  const sealed = readFileSync(path);
  sealed.writeUInt8(sealed.readUInt8(sealed.length - 40) ^ 1, sealed.length - 40);
  writeFileSync(path, sealed);
  const { downloadUrl } = await linksOf(planted);
  await expect(ask(downloadUrl)).rejects.toThrow();
  await app.close().then(restart);
  expect((await rowOf(planted)).downloadConfirmedAt).toBeNull();
});
