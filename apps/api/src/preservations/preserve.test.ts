import { duration, type MemberActor, newId, Refusal } from "@covenant/domain";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findOverdue } from "../artifacts/find-overdue.ts";
import { openFile } from "../artifacts/open-file.ts";
import { purgeDue } from "../artifacts/purge-due.ts";
import { purgeFile } from "../artifacts/purge-file.ts";
import { purgeOwnArtifact } from "../artifacts/purge-own-artifact.ts";
import { type Planted, plantArtifact } from "../testing/plant-artifact.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { endPreservation } from "./end-preservation.ts";
import { preserve } from "./preserve.ts";

let deps: TestDeps;
let owner: pg.Client;
const past = new Date(Date.now() - duration.minutes(1));
const operator = { kind: "system", part: "operator" } as const;
const why = { reason: "child-safety", note: "reported" } as const;

beforeAll(async () => {
  deps = await testDeps();
  owner = new pg.Client({ connectionString: deps.database.ownerUrl });
  await owner.connect();
});
beforeEach(async () => {
  await purgeDue(deps);
});
afterAll(async () => {
  await owner.end();
  await deps.close();
});

const keyOf = ({ artifactId }: Planted) => deps.keys.find(artifactId);
const memberOf = ({ memberId }: Planted): MemberActor => ({ kind: "member", memberId, storefront: "image-ai-run" });

async function overdue(): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of findOverdue(deps)) ids.push(id);
  return ids;
}

/** As if its year were over. */
async function yearPasses(preservationId: string) {
  const back = "placed_at = placed_at - interval '2 years', binds_until = binds_until - interval '2 years'";
  await owner.query(`UPDATE preservation SET ${back} WHERE id = $1`, [preservationId]);
}

describe("a preservation", () => {
  it.each(["artifactId", "generationId", "memberId"] as const)("on the %s beats the sweep of retention", async (on) => {
    const due = await plantArtifact(deps, { keepUntil: past, promptKeepUntil: past, entryKeepUntil: past });
    const receipt = await preserve(deps, operator, { on: due[on], ...why });
    expect(receipt.files).toEqual([{ id: due.artifactId, isTooLate: false }]);
    await purgeDue(deps);
    expect(await keyOf(due)).not.toBeNull();
    expect(await deps.files.read(due.artifactId)).not.toBeNull();
    expect(await overdue()).not.toContain(due.artifactId);
    if (on === "artifactId") return;
    const generation = await deps.db.rows.generation.findUnique({ where: { id: due.generationId } });
    expect(generation).toMatchObject({ prompt: "a lighthouse" });
  });

  it("beats the member's own delete: gone for them, and kept", async () => {
    const planted = await plantArtifact(deps);
    await preserve(deps, operator, { on: planted.artifactId, ...why });
    const view = await purgeOwnArtifact(deps, memberOf(planted), { artifactId: planted.artifactId });
    expect(view).toMatchObject({ url: null, downloadUrl: null, receipt: null });
    expect(await openFile(deps, planted.artifactId)).not.toBeNull();
    await purgeDue(deps);
    expect(await keyOf(planted)).not.toBeNull();
    expect(await overdue()).not.toContain(planted.artifactId);
  });

  it("cannot be got round by the function that erases entries, whoever calls it", async () => {
    const due = await plantArtifact(deps, { entryKeepUntil: past });
    await purgeFile(deps, { kind: "artifact", id: due.artifactId, cause: "member-request" });
    await preserve(deps, operator, { on: due.generationId, ...why });
    const sql = "SELECT erase_history_entry($1) AS erased";
    expect(await deps.db.query(sql, [due.generationId])).toEqual([{ erased: false }]);
    expect((await owner.query(sql, [due.generationId])).rows).toEqual([{ erased: false }]);
  });

  it("says which files it came too late for", async () => {
    const planted = await plantArtifact(deps);
    await purgeFile(deps, { kind: "artifact", id: planted.artifactId, cause: "member-request" });
    const { files } = await preserve(deps, operator, { on: planted.generationId, ...why });
    expect(files).toEqual([{ id: planted.artifactId, isTooLate: true }]);
  });

  it("and a purge at the same instant: one of them wins, and both know which", async () => {
    for (let round = 0; round < 8; round += 1) {
      const planted = await plantArtifact(deps);
      const [receipt, { files }] = await Promise.all([
        purgeFile(deps, { kind: "artifact", id: planted.artifactId, cause: "member-request" }),
        preserve(deps, operator, { on: planted.artifactId, ...why }),
      ]);
      expect(files).toEqual([{ id: planted.artifactId, isTooLate: receipt !== null }]);
      expect((await keyOf(planted)) === null).toBe(receipt !== null);
    }
  });
});

describe("its end", () => {
  it("waits a year, by the database's clock, and lets go of what was announced meanwhile", async () => {
    const planted = await plantArtifact(deps);
    const { preservationId, bindsUntil } = await preserve(deps, operator, { on: planted.artifactId, ...why });
    expect(bindsUntil.getTime()).toBeGreaterThan(Date.now() + duration.days(364));
    await purgeOwnArtifact(deps, memberOf(planted), { artifactId: planted.artifactId });
    const ended = () => endPreservation(deps, operator, { preservationId, note: "ruled again" });
    await expect(ended()).rejects.toThrow(Refusal);
    await yearPasses(preservationId);
    await purgeDue(deps);
    expect(await keyOf(planted)).not.toBeNull();
    await ended();
    await ended();
    await purgeDue(deps);
    expect(await keyOf(planted)).toBeNull();
    expect(await deps.db.rows.act.count({ where: { subject: planted.artifactId, act: "preservation.end" } })).toBe(1);
  });

  it("comes no sooner for whoever writes to the table", async () => {
    const planted = await plantArtifact(deps);
    const { preservationId } = await preserve(deps, operator, { on: planted.artifactId, ...why });
    const end = "UPDATE preservation SET ended_at = now() WHERE id = $1";
    await expect(deps.db.query(end, [preservationId])).rejects.toThrow("ends_after_it_binds");
    const shorten = "UPDATE preservation SET binds_until = now() WHERE id = $1";
    await expect(deps.db.query(shorten, [preservationId])).rejects.toThrow("permission denied");
    await expect(deps.db.query("DELETE FROM preservation WHERE id = $1", [preservationId])).rejects.toThrow(
      "permission denied",
    );
  });
});

it("is placed once, with its ruling and an act, and on nothing that does not exist", async () => {
  const planted = await plantArtifact(deps);
  const [first, second] = [
    await preserve(deps, operator, { on: planted.artifactId, ...why }),
    await preserve(deps, operator, { on: planted.artifactId, ...why }),
  ];
  expect(second).toEqual(first);
  const row = await deps.db.rows.preservation.findUniqueOrThrow({ where: { id: first.preservationId } });
  expect(await deps.db.rows.ruling.findUnique({ where: { id: row.rulingId } })).toMatchObject({ outcome: "preserved" });
  expect(await deps.db.rows.act.findMany({ where: { subject: planted.artifactId } })).toMatchObject([
    { act: "preservation.place", facts: { reason: "child-safety" } },
  ]);
  await expect(preserve(deps, operator, { on: newId("artifact"), ...why })).rejects.toThrow("thing/not-found");
});
