import { afterAll, beforeAll, expect, it } from "vitest";
import { auditLedger } from "./audit-ledger.ts";
import { agreeWithModel } from "./testing/agree-with-model.ts";
import { freshLedger, type LedgerDatabase } from "./testing/ledger-database.ts";

let ledger: LedgerDatabase;

beforeAll(async () => {
  ledger = await freshLedger();
});
afterAll(() => ledger.drop());

it("agrees with a reference model over a thousand histories", async () => {
  await agreeWithModel(ledger, 1_000);
  expect(await auditLedger(ledger)).toEqual([]);
}, 1_800_000);
