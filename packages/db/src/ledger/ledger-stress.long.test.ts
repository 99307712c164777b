import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { auditLedger } from "./audit-ledger.ts";
import { anchorSeals, fileAnchor } from "./seal-anchor.ts";
import { sealEntries } from "./seal-entries.ts";
import { freshLedger } from "./testing/ledger-database.ts";
import { prepareLoad } from "./testing/mixed-load.ts";

const operations = 25_000;
const callers = 20;

it("adds up after 25,000 operations of every kind by twenty callers on four wallets, sealed all the while", async () => {
  const ledger = await freshLedger();
  const folder = await mkdtemp(join(tmpdir(), "covenant-stress-"));
  const anchor = fileAnchor(join(folder, "seals.ndjson"));
  const load = await prepareLoad(ledger, { wallets: 4, seed: Date.now() });
  const isBusy = () => load.acknowledged.length < operations;
  const work = async () => {
    while (isBusy()) await load.step(ledger);
  };
  const seal = async () => {
    for (; isBusy(); await sleep(250)) await sealEntries(ledger);
  };
  await Promise.all([...Array.from({ length: callers }, work), seal()]);
  await sealEntries(ledger);
  await anchorSeals(ledger, anchor);

  expect(await load.missing(ledger)).toEqual([]);
  expect(await auditLedger(ledger, { anchor })).toEqual([]);
  const [counts] = await ledger.query(
    `SELECT (SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()) AS deadlocks,
       (SELECT count(*) FROM ledger.entry) = (SELECT sum(entries) FROM ledger.seal) AS "allSealed"`,
    [],
  );
  expect(counts).toEqual({ deadlocks: 0, allSealed: true });
  await ledger.drop();
  await rm(folder, { recursive: true });
}, 1_200_000);
