import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { purgeDue } from "../src/artifacts/purge-due.ts";
import { plantArtifact } from "../src/testing/plant-artifact.ts";
import { type TestDeps, testDeps } from "../src/testing/test-deps.ts";

const command = fileURLToPath(new URL("./retention-verify.ts", import.meta.url));
let deps: TestDeps;

beforeAll(async () => {
  deps = await testDeps();
});
afterAll(() => deps.close());

/** Runs the command as an operator does, in a process of its own. */
function verify(): Promise<{ code: number; said: string }> {
  const settings = Object.entries(deps.settings).filter(([, value]) => value !== undefined);
  const env = { PATH: process.env.PATH, ...Object.fromEntries(settings.map(([name, value]) => [name, String(value)])) };
  return new Promise((ended) => {
    const child = execFile(process.execPath, ["--import", "tsx", command], { env }, (_error, stdout, stderr) =>
      ended({ code: child.exitCode ?? -1, said: stdout + stderr }),
    );
  });
}

it("names a file that should be gone and fails, until it is gone", async () => {
  const { artifactId } = await plantArtifact(deps, { keepUntil: new Date(Date.now() - 60_000) });
  const before = await verify();
  expect(before.said).toContain(`artifact ${artifactId} should be gone since`);
  expect(before.code).toBe(1);
  await purgeDue(deps);
  expect(await verify()).toEqual({ code: 0, said: "Nothing past due is readable.\n" });
});
