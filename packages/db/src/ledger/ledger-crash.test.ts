import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { auditLedger } from "./audit-ledger.ts";
import { fileAnchor } from "./seal-anchor.ts";
import { surviveCrashes } from "./testing/crashes.ts";
import { surviveKilledCaller } from "./testing/killed-caller.ts";
import { freshLedger } from "./testing/ledger-database.ts";

it("keeps all that it answered when the whole server is killed under load, and does once what is asked again", async () => {
  const folder = await mkdtemp(join(tmpdir(), "covenant-crash-"));
  const { acknowledged } = await surviveCrashes(1, fileAnchor(join(folder, "seals.ndjson")));
  expect(acknowledged).toBeGreaterThan(200);
  await rm(folder, { recursive: true });
}, 120_000);

it("makes each payment once when the process that pays is killed and another asks again", async () => {
  const ledger = await freshLedger();
  const { payments, untold } = await surviveKilledCaller(ledger);
  expect(payments).toBeGreaterThan(untold);
  expect(untold).toBeGreaterThan(0);
  expect(await auditLedger(ledger)).toEqual([]);
  await ledger.drop();
}, 60_000);
