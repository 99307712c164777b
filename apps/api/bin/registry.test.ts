import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RegistryEdit, RegistryModel } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readEditFile } from "../src/registry/read-edit-file.ts";
import { readRegistry } from "../src/registry/read-registry.ts";
import { seedCatalogue } from "../src/seed/catalogue.ts";
import { runBin } from "../src/testing/run-bin.ts";
import { type TestDeps, testDeps } from "../src/testing/test-deps.ts";

let deps: TestDeps;
/** Each run of a command is a process that loads everything. */
const slow = { timeout: 120_000 };
const folder = mkdtempSync(join(tmpdir(), "registry-"));
const file = join(folder, "image-ai-run.json");

beforeAll(async () => {
  deps = await testDeps();
  await seedCatalogue(deps);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await deps.close();
});

const registry = (...args: string[]) => runBin("registry", { settings: deps.settings, args });
const shown = async (): Promise<RegistryEdit> => {
  const models = (await readRegistry(deps.db, "image-ai-run")).map(({ model }) => model);
  return { storefront: "image-ai-run", models };
};

async function writeEdit(change: (first: RegistryModel | undefined) => void): Promise<void> {
  const edit = await shown();
  change(edit.models[0]);
  writeFileSync(file, JSON.stringify(edit));
}

it("names each field of a wrong file and changes nothing, and does a right one, which it prints", slow, async () => {
  const before = await shown();
  await writeEdit((first) => Object.assign(first?.routes[0] ?? {}, { costMicroUsd: "cheap", colour: 3 }));
  const wrong = await registry("apply", file, "--note", "Wrong.");
  expect(wrong.code).toBe(1);
  expect(wrong.said).toContain("models[0].routes[0].costMicroUsd: ");
  expect(wrong.said).toContain("models[0].routes[0]: It has no colour.");
  expect(await shown()).toEqual(before);

  await writeEdit((first) => Object.assign(first ?? {}, { expectedSeconds: 11 }));
  const right = await registry("apply", file, "--note", "Measured anew.");
  expect(right).toEqual({ code: 0, said: "z-image expectedSeconds: 6 → 11\nDone.\n" });
  expect(JSON.parse((await registry("show", "--storefront", "image-ai-run")).said)).toEqual(await shown());
});

it("says of a file that is no JSON where it ends to be one", () => {
  expect(readEditFile("{ models: ").faults).toMatchObject([
    { path: "the file", message: expect.stringContaining("JSON") },
  ]);
});
