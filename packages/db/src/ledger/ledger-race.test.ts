import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditLedger } from "./audit-ledger.ts";
import { freshLedger, type LedgerDatabase } from "./testing/ledger-database.ts";
import { prepareLoad } from "./testing/mixed-load.ts";

let ledger: LedgerDatabase;

beforeAll(async () => {
  ledger = await freshLedger();
});
afterAll(() => ledger.drop());

const race = fc.record({
  seed: fc.integer(),
  wallets: fc.integer({ min: 1, max: 3 }),
  callers: fc.integer({ min: 2, max: 16 }),
});

it("keeps what it told everybody, and adds up, whatever many callers do at once on few wallets", async () => {
  await fc.assert(
    fc.asyncProperty(race, async ({ seed, wallets, callers }) => {
      const load = await prepareLoad(ledger, { wallets, seed });
      await Promise.all(
        Array.from({ length: callers }, async () => {
          for (let step = 0; step < 25; step += 1) await load.step(ledger);
        }),
      );
      expect(await load.missing(ledger)).toEqual([]);
      const fresh = load.acknowledged.filter(({ receipt }) => !receipt.replayed);
      expect(new Set(fresh.map(({ walletId, receipt }) => `${walletId} ${receipt.version}`)).size).toBe(fresh.length);
    }),
    { numRuns: 5 },
  );
  expect(await auditLedger(ledger)).toEqual([]);
}, 120_000);
