import { afterAll, beforeAll, expect, it } from "vitest";
import { purgeDue } from "../src/artifacts/purge-due.ts";
import { plantArtifact } from "../src/testing/plant-artifact.ts";
import { runBin } from "../src/testing/run-bin.ts";
import { type TestDeps, testDeps } from "../src/testing/test-deps.ts";

let deps: TestDeps;

beforeAll(async () => {
  deps = await testDeps();
});
afterAll(() => deps.close());

const verify = () => runBin("retention-verify", deps);

it("names a file that should be gone and fails, until it is gone", async () => {
  const { artifactId } = await plantArtifact(deps, { keepUntil: new Date(Date.now() - 60_000) });
  const before = await verify();
  expect(before.said).toContain(`artifact ${artifactId} should be gone since`);
  expect(before.code).toBe(1);
  await purgeDue(deps);
  expect(await verify()).toEqual({ code: 0, said: "Nothing past due is readable.\n" });
});
