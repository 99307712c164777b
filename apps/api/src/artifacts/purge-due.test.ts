import { after, duration } from "@covenant/domain";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Planted, plantArtifact } from "../testing/plant-artifact.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { findOverdue } from "./find-overdue.ts";
import { purgeDue } from "./purge-due.ts";

let deps: TestDeps;
const past = new Date(Date.now() - duration.minutes(1));
const future = after(past, duration.days(1));

beforeAll(async () => {
  deps = await testDeps();
});
beforeEach(async () => {
  await purgeDue(deps);
});
afterAll(() => deps.close());

const artifactOf = ({ artifactId }: Planted) => deps.db.rows.artifact.findUnique({ where: { id: artifactId } });
const generationOf = ({ generationId }: Planted) => deps.db.rows.generation.findUnique({ where: { id: generationId } });

async function overdue(): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of findOverdue(deps)) ids.push(id);
  return ids;
}

it("purges what is due by the database's clock and nothing else, whatever ours says", async () => {
  deps.clock.set("2031-01-01T00:00:00Z");
  const [due, later, kept] = [
    await plantArtifact(deps, { keepUntil: past }),
    await plantArtifact(deps, { keepUntil: future }),
    await plantArtifact(deps, { keepUntil: null }),
  ];
  expect(await purgeDue(deps)).toBe(1);
  expect(await artifactOf(due)).toMatchObject({ purgeCause: "window-ended" });
  expect(await deps.keys.find(due.artifactId)).toBeNull();
  for (const alive of [later, kept]) expect(await deps.keys.find(alive.artifactId)).not.toBeNull();
  expect(await purgeDue(deps)).toBe(0);
});

it("finds a planted file that is past due and readable, and no other", async () => {
  await plantArtifact(deps, { keepUntil: future });
  const due = await plantArtifact(deps, { keepUntil: past });
  expect(await overdue()).toEqual([due.artifactId]);
  await purgeDue(deps);
  expect(await overdue()).toEqual([]);
});

it("finds a key that came back with a backup, though our row says it is destroyed", async () => {
  const { artifactId } = await plantArtifact(deps);
  await deps.db.rows.artifact.update({
    where: { id: artifactId },
    data: { purgeCause: "member-request", keyDestroyedAt: past, bytesDeletedAt: past },
  });
  expect(await overdue()).toEqual([artifactId]);
  await deps.keys.destroy(artifactId);
});

it("clears prompts whose time is over and leaves the others", async () => {
  const [due, later] = [
    await plantArtifact(deps, { promptKeepUntil: past }),
    await plantArtifact(deps, { promptKeepUntil: future }),
  ];
  await purgeDue(deps);
  expect((await generationOf(due))?.prompt).toBeNull();
  expect((await generationOf(later))?.prompt).toBe("a lighthouse");
});

it("erases a history entry with its events, attempts and tombstones, after its files, leaving an act", async () => {
  const due = await plantArtifact(deps, { entryKeepUntil: past });
  await purgeDue(deps);
  const where = { generationId: due.generationId };
  expect(await generationOf(due)).toBeNull();
  expect(await artifactOf(due)).toBeNull();
  expect(await deps.db.rows.generationEvent.count({ where })).toBe(0);
  expect(await deps.db.rows.attempt.count({ where })).toBe(0);
  expect(await deps.keys.find(due.artifactId)).toBeNull();
  expect(await deps.files.read(due.artifactId)).toBeNull();
  expect(await deps.db.rows.act.findMany({ where: { subject: due.generationId } })).toMatchObject([
    { act: "history-entry.erase" },
  ]);
});

it("keeps an entry until the bytes of its files are really gone", async () => {
  const due = await plantArtifact(deps, { entryKeepUntil: past });
  const down = { ...deps, files: { ...deps.files, remove: () => Promise.reject(new Error("store is down")) } };
  await purgeDue(down);
  expect(await generationOf(due)).not.toBeNull();
  expect(await deps.keys.find(due.artifactId)).toBeNull();
  await purgeDue(deps);
  expect(await generationOf(due)).toBeNull();
});

it("erases nothing before its time, whoever asks", async () => {
  const kept = await plantArtifact(deps, { entryKeepUntil: future });
  const sql = "SELECT erase_history_entry($1) AS erased";
  expect(await deps.db.query(sql, [kept.generationId])).toEqual([{ erased: false }]);
  expect(await generationOf(kept)).not.toBeNull();
});

it("still lets nobody change or delete an event, flag or no flag", async () => {
  const { generationId } = await plantArtifact(deps);
  const flagged = `SELECT set_config('covenant.erasing_entry', '${generationId}', false)`;
  await deps.db.query(flagged, []);
  await expect(deps.db.query("DELETE FROM generation_event WHERE generation_id = $1", [generationId])).rejects.toThrow(
    "permission denied",
  );
  const owner = new pg.Client({ connectionString: deps.database.ownerUrl });
  await owner.connect();
  try {
    const remove = "DELETE FROM generation_event WHERE generation_id = $1";
    await expect(owner.query(remove, [generationId])).rejects.toThrow("only added to");
    const change = "UPDATE generation_event SET stage = 'x' WHERE generation_id = $1";
    await expect(owner.query(change, [generationId])).rejects.toThrow("only added to");
  } finally {
    await owner.end();
  }
});

it("does every deletion of a sweep once when two sweeps run side by side", async () => {
  const planted = await Promise.all(
    [1, 2, 3, 4].map(() => plantArtifact(deps, { keepUntil: past, entryKeepUntil: past })),
  );
  await Promise.all([purgeDue(deps), purgeDue(deps)]);
  for (const due of planted) {
    expect(await generationOf(due)).toBeNull();
    expect(await deps.db.rows.act.count({ where: { subject: due.artifactId } })).toBe(1);
    expect(await deps.db.rows.act.count({ where: { subject: due.generationId } })).toBe(1);
  }
});
