import { type MemberActor, Refusal } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Planted, plantArtifact } from "../testing/plant-artifact.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { openFile } from "./open-file.ts";
import { purgeDue } from "./purge-due.ts";
import { purgeFile } from "./purge-file.ts";
import { purgeOwnArtifact } from "./purge-own-artifact.ts";
import { viewArtifact } from "./view-artifact.ts";

let deps: TestDeps;
beforeAll(async () => {
  deps = await testDeps();
});
afterAll(() => deps.close());

class Crash extends Error {}
const crash = () => Promise.reject(new Crash("the process died here"));

const rowOf = ({ artifactId }: Planted) => deps.db.rows.artifact.findUniqueOrThrow({ where: { id: artifactId } });
const actsOn = ({ artifactId }: Planted) => deps.db.rows.act.findMany({ where: { subject: artifactId } });
const order = ({ artifactId }: Planted) => ({ kind: "artifact", id: artifactId, cause: "member-request" }) as const;

async function expectPurgedOnce(planted: Planted) {
  const row = await rowOf(planted);
  expect(row).toMatchObject({ purgeCause: "member-request" });
  expect(row.keyDestroyedAt).not.toBeNull();
  expect(row.bytesDeletedAt).not.toBeNull();
  expect(await deps.keys.find(row.id)).toBeNull();
  expect(await deps.files.read(row.id)).toBeNull();
  expect(await actsOn(planted)).toMatchObject([
    { act: "artifact.purge", facts: { cause: "member-request", sha256: row.sha256 } },
  ]);
}

it("destroys the key, deletes the bytes and leaves one act and one receipt", async () => {
  const planted = await plantArtifact(deps);
  const receipt = await purgeFile(deps, order(planted));
  await expectPurgedOnce(planted);
  const { sha256 } = await rowOf(planted);
  expect(receipt).toMatchObject({ sha256, cause: "member-request" });
  expect(await purgeFile(deps, { ...order(planted), cause: "window-ended" })).toEqual(receipt);
  expect(await actsOn(planted)).toHaveLength(1);
});

it("is one purge when two ask at once", async () => {
  const planted = await plantArtifact(deps);
  const receipts = await Promise.all([1, 2, 3, 4].map(() => purgeFile(deps, order(planted))));
  expect(new Set(receipts.map((receipt) => receipt?.keyDestroyedAt)).size).toBe(1);
  await expectPurgedOnce(planted);
});

/** One set of ports for each point a process can die at, each with what must already hold there. */
const crashPoints: [string, (deps: TestDeps) => Partial<TestDeps>, { isReadable: boolean }][] = [
  ["before the key is destroyed", (real) => ({ keys: { ...real.keys, destroy: crash } }), { isReadable: true }],
  [
    "after the key is destroyed, before we noted it",
    (real) => ({ db: { ...real.db, transaction: crash } }),
    { isReadable: false },
  ],
  [
    "after the key is destroyed, its answer lost",
    (real) => ({ keys: { ...real.keys, destroy: (id) => real.keys.destroy(id).then(crash) } }),
    { isReadable: false },
  ],
];

it.each(crashPoints)("goes on where it stopped when it dies %s", async (_point, ports, { isReadable }) => {
  const planted = await plantArtifact(deps);
  await expect(purgeFile({ ...deps, ...ports(deps) }, order(planted))).rejects.toThrow(Crash);
  expect((await openFile(deps, planted.artifactId)) !== null).toBe(isReadable);
  expect(viewArtifact(deps, await rowOf(planted)).url).toBeNull();
  await purgeDue(deps);
  await expectPurgedOnce(planted);
});

it("keeps its promise while the store is down, and deletes the bytes once it is back", async () => {
  const planted = await plantArtifact(deps);
  const down = { ...deps, files: { ...deps.files, remove: crash } };
  const receipt = await purgeFile(down, order(planted));
  expect(receipt).toMatchObject({ bytesDeletedAt: null, cause: "member-request" });
  expect(await openFile(deps, planted.artifactId)).toBeNull();
  expect(await deps.files.read(planted.artifactId)).not.toBeNull();
  await purgeDue(down);
  await purgeDue(deps);
  await expectPurgedOnce(planted);
});

it("stays purged when it dies after the bytes are deleted, before that is noted", async () => {
  const planted = await plantArtifact(deps);
  const remove = async (name: string) => {
    await deps.files.remove(name);
    return crash();
  };
  await purgeFile({ ...deps, files: { ...deps.files, remove } }, order(planted));
  expect((await rowOf(planted)).bytesDeletedAt).toBeNull();
  await purgeDue(deps);
  await expectPurgedOnce(planted);
});

it("lets a member purge their own file and answers it as a tombstone with its receipt", async () => {
  const planted = await plantArtifact(deps);
  const { memberId, artifactId } = planted;
  const actor: MemberActor = { kind: "member", memberId, storefront: "image-ai-run" };
  const view = await purgeOwnArtifact(deps, actor, { artifactId });
  expect(view).toMatchObject({ id: artifactId, url: null, downloadUrl: null, receipt: { cause: "member-request" } });
  expect(await actsOn(planted)).toMatchObject([{ actor: memberId }]);
});

it("tells another member that there is no such file, and purges nothing", async () => {
  const [planted, other] = [await plantArtifact(deps), await plantArtifact(deps)];
  const actor: MemberActor = { kind: "member", memberId: other.memberId, storefront: "image-ai-run" };
  await expect(purgeOwnArtifact(deps, actor, { artifactId: planted.artifactId })).rejects.toThrow(
    new Refusal("thing/not-found", { thing: "artifact" }),
  );
  expect((await rowOf(planted)).purgeCause).toBeNull();
});
