import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { auditLedger, fileAnchor, grant, openWallet, sealsFile } from "@covenant/db";
import { credits, newId } from "@covenant/domain";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { sealLedger } from "./seal-ledger.ts";

let deps: TestDeps;
let folder: string;

beforeEach(async () => {
  deps = await testDeps();
  folder = await mkdtemp(join(tmpdir(), "covenant-upkeep-"));
});
afterEach(async () => {
  await deps.close();
  await rm(folder, { recursive: true });
});

it("seals what was entered, and leaves with the worker's data what the audit compares it with", async () => {
  const walletId = newId("member");
  await openWallet(deps.db, walletId);
  const worker = { ...deps, settings: { ...deps.settings, DATA_DIRECTORY: folder } };
  const anchor = fileAnchor(join(folder, sealsFile));
  // A seal waits for every transaction of its server, and other suites may have some.
  const sealed = async () => {
    await sealLedger(worker);
    return (await anchor.read()).map((seal) => seal.number);
  };
  for (const [at, key] of ["first", "second"].entries()) {
    await grant(deps.db, { walletId, lotId: newId("lot"), credits: credits(5), source: "goodwill", key });
    await expect.poll(sealed, { timeout: 10_000 }).toHaveLength(at + 1);
  }
  expect(await sealed()).toEqual([1, 2]);
  expect(await auditLedger(deps.db, { anchor })).toEqual([]);
});
