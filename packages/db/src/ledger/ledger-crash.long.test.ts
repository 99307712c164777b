import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { auditLedger } from "./audit-ledger.ts";
import { fileAnchor } from "./seal-anchor.ts";
import { surviveCrashes } from "./testing/crashes.ts";
import { surviveKilledCaller } from "./testing/killed-caller.ts";
import { freshLedger } from "./testing/ledger-database.ts";

it("keeps all that it answered through ten crashes of the whole server under load", async () => {
  const folder = await mkdtemp(join(tmpdir(), "covenant-crash-"));
  const { acknowledged, askedAgain } = await surviveCrashes(10, fileAnchor(join(folder, "seals.ndjson")));
  expect(acknowledged).toBeGreaterThan(10 * 200);
  expect(askedAgain).toBeGreaterThan(0);
  await rm(folder, { recursive: true });
}, 1_200_000);

it("makes each payment once, whichever of ten processes that pay are killed", async () => {
  const ledger = await freshLedger();
  let untold = 0;
  for (let process = 0; process < 10; process += 1) untold += (await surviveKilledCaller(ledger)).untold;
  expect(untold).toBeGreaterThan(10);
  expect(await auditLedger(ledger)).toEqual([]);
  await ledger.drop();
}, 600_000);
