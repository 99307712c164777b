import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectDatabase, connectKeyStore, postgresSink } from "@covenant/db";
import { newId } from "@covenant/domain";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findOverdue } from "../src/artifacts/find-overdue.ts";
import { folderStore } from "../src/artifacts/folder-store.ts";
import { purgeDue } from "../src/artifacts/purge-due.ts";
import { purgeFile } from "../src/artifacts/purge-file.ts";
import { keepPurgeLog, replayPurgeLog } from "../src/artifacts/purge-log.ts";
import { preserve } from "../src/preservations/preserve.ts";
import { plantArtifact } from "../src/testing/plant-artifact.ts";
import { runBin } from "../src/testing/run-bin.ts";
import { type TestDeps, testDeps } from "../src/testing/test-deps.ts";
import { beginArrival } from "../src/uploads/begin-arrival.ts";
import { sweepArrivals } from "../src/uploads/end-arrival.ts";

const folder = mkdtempSync(join(tmpdir(), "covenant-retention-"));
let deps: TestDeps;

beforeAll(async () => {
  const made = await testDeps({ files: folderStore(join(folder, "files")) });
  deps = { ...made, settings: { ...made.settings, DATA_DIRECTORY: folder } };
});
afterAll(async () => {
  await deps.close();
  rmSync(folder, { recursive: true });
});

/** What the command would list, as `kind id`. */
async function verify(of: TestDeps = deps): Promise<string[]> {
  const found: string[] = [];
  for await (const { kind, id } of findOverdue(of)) found.push(`${kind} ${id}`);
  return found.sort();
}

const aMinuteAgo = () => new Date(Date.now() - 60_000);
const aDayAgo = () => new Date(Date.now() - 24 * 3_600_000);

it("names a file that should be gone and fails, until it is gone", async () => {
  const { artifactId } = await plantArtifact(deps, { keepUntil: aMinuteAgo() });
  const before = await runBin("retention-verify", deps);
  expect(before.said).toContain(`artifact ${artifactId} should be gone since`);
  expect(before.code).toBe(1);
  await purgeDue(deps);
  const said = "Nothing past due is readable.\n1 receipt, all proven.\n";
  expect(await runBin("retention-verify", deps)).toEqual({ code: 0, said });
}, 60_000);

it("names a prompt that should be gone, and a receipt that is not true any more, and fails", async () => {
  const { generationId, artifactId } = await plantArtifact(deps, { promptKeepUntil: aMinuteAgo() });
  await purgeFile(deps, { kind: "artifact", id: artifactId, cause: "member-request" });
  const { sha256 } = await deps.db.rows.artifact.findUniqueOrThrow({ where: { id: artifactId } });
  const write = (digest: string) =>
    deps.db.rows.artifact.update({ where: { id: artifactId }, data: { sha256: digest } });
  await write("0".repeat(64));
  const { code, said } = await runBin("retention-verify", deps);
  expect(said).toContain(`prompt ${generationId} should be gone since`);
  expect(said).toContain(`the receipt of artifact ${artifactId} says something else than our row does`);
  expect(code).toBe(1);
  await write(sha256);
  await purgeDue(deps);
}, 60_000);

it("finds nothing once the purger, dead for a day, has run again, and keeps what is preserved out of it", async () => {
  const [one, other] = [
    await plantArtifact(deps, { keepUntil: aDayAgo() }),
    await plantArtifact(deps, { keepUntil: aDayAgo() }),
  ];
  const kept = await plantArtifact(deps, { keepUntil: aDayAgo() });
  await preserve(
    deps,
    { kind: "system", part: "operator" },
    { on: kept.artifactId, reason: "litigation", note: "case" },
  );
  const member = { kind: "member", memberId: newId("member"), storefront: "modelmyimage" } as const;
  const arrival = await beginArrival(deps, member, { fileName: "a.png", bytes: 1000 });
  await deps.db.rows.arrival.update({ where: { id: arrival.id }, data: { keepUntil: aDayAgo() } });
  const expected = [`arrival ${arrival.id}`, `artifact ${one.artifactId}`, `artifact ${other.artifactId}`];
  expect(await verify()).toEqual(expected.sort());
  await purgeDue(deps);
  await sweepArrivals(deps);
  expect(await verify()).toEqual([]);
  expect(await deps.keys.find(kept.artifactId)).not.toBeNull();
});

it("finds nothing while the store can neither delete nor write, and the log is made up for afterwards", async () => {
  const { artifactId } = await plantArtifact(deps, { keepUntil: aMinuteAgo() });
  const fails = () => Promise.reject(new Error("the store is down"));
  await purgeDue({ ...deps, files: { ...deps.files, remove: fails, write: fails } });
  expect(await verify()).toEqual([]);
  expect(await deps.files.read(artifactId)).not.toBeNull();
  expect((await deps.keys.listUnlogged(10)).map(({ fileId }) => fileId)).toEqual([artifactId]);
  await keepPurgeLog(deps);
  expect(await deps.keys.listUnlogged(10)).toEqual([]);
});

it("finds what last night's backup brought back, and nothing once the purge log was replayed", async () => {
  const bytes = randomBytes(40);
  const [deleted, ended] = [
    await plantArtifact(deps, { bytes }),
    await plantArtifact(deps, { keepUntil: aMinuteAgo() }),
  ];
  const stays = await plantArtifact(deps, { bytes });
  await keepPurgeLog(deps);
  const backup = await copyOf(deps);
  try {
    await purgeFile(deps, { kind: "artifact", id: deleted.artifactId, cause: "member-request" });
    await purgeDue(deps);
    expect(await verify()).toEqual([]);

    const inLog = [deleted, ended].map(({ artifactId }) => `log ${artifactId}`);
    expect(await verify(backup.deps)).toEqual([`artifact ${ended.artifactId}`, ...inLog].sort());
    expect(await backup.deps.keys.find(deleted.artifactId)).not.toBeNull();

    expect(await replayPurgeLog(backup.deps)).toBe(2);
    expect(await verify(backup.deps)).toEqual([]);
    for (const { artifactId } of [deleted, ended]) expect(await backup.deps.keys.find(artifactId)).toBeNull();
    expect(await backup.deps.keys.find(stays.artifactId)).not.toBeNull();
    await purgeDue(backup.deps);
    const row = await backup.deps.db.rows.artifact.findUnique({ where: { id: deleted.artifactId } });
    expect(row).toMatchObject({ purgeCause: "member-request", keyDestroyedAt: expect.any(Date) });
    expect(await replayPurgeLog(backup.deps)).toBe(0);
  } finally {
    await backup.drop();
  }
});

/** The database as it stands now, under another name, beside the same store: what a backup is once it is restored. */
async function copyOf(of: TestDeps) {
  const { ownerUrl, url, keysUrl } = of.database;
  const [from, name] = [new URL(ownerUrl).pathname.slice(1), `backup_${randomBytes(6).toString("hex")}`];
  const elsewhere = (address: string) => Object.assign(new URL(address), { pathname: `/${name}` }).href;
  const inPostgres = async (statement: string) => {
    const client = new pg.Client({
      connectionString: Object.assign(new URL(ownerUrl), { pathname: "/postgres" }).href,
    });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  // A template may have no visitors; pools open new connections when they are next asked.
  await Promise.all([of.db.close(), of.keys.close(), of.live.close()]);
  await inPostgres(`CREATE DATABASE ${name} TEMPLATE ${from}`);
  deps = { ...of, db: connectDatabase({ url, jobs: postgresSink }), keys: connectKeyStore(keysUrl) };
  const settings = { ...of.settings, DATABASE_URL: elsewhere(url), KEYS_DATABASE_URL: elsewhere(keysUrl) };
  const db = connectDatabase({ url: settings.DATABASE_URL, jobs: postgresSink });
  const keys = connectKeyStore(settings.KEYS_DATABASE_URL);
  return {
    deps: { ...deps, settings, db, keys },
    async drop() {
      await Promise.all([db.close(), keys.close(), deps.db.close(), deps.keys.close()]);
      await inPostgres(`DROP DATABASE ${name} WITH (FORCE)`);
      deps = { ...deps, close: () => deps.database.drop() };
    },
  };
}
