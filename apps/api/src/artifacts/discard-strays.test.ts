import { newId } from "@covenant/domain";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { plantArtifact } from "../testing/plant-artifact.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { discardStrays } from "./discard-strays.ts";
import { openFile } from "./open-file.ts";
import { sealFile } from "./seal-file.ts";

let deps: TestDeps;

beforeAll(async () => {
  deps = await testDeps();
});
afterAll(() => deps.close());

it("destroys what a delivery sealed and never wrote down, and nothing that has a row", async () => {
  const stray = newId("artifact");
  await sealFile(deps, { fileId: stray, bytes: new Uint8Array([1, 2, 3]) });
  const { artifactId: known } = await plantArtifact(deps);
  expect(await discardStrays(deps)).toBe(0);
  await ageKeys();
  expect(await discardStrays(deps)).toBe(1);
  expect(await openFile(deps, stray)).toBeNull();
  expect(await openFile(deps, known)).not.toBeNull();
  expect(await deps.keys.listUnclaimed(0, 10)).toEqual([]);
});

async function ageKeys(): Promise<void> {
  const owner = new pg.Client({ connectionString: deps.database.ownerUrl });
  await owner.connect();
  await owner.query("UPDATE keys.file_key SET created_at = created_at - interval '2 hours'");
  await owner.end();
}
