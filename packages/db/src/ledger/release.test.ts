import { credits, newId } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditLedger } from "./audit-ledger.ts";
import { hold } from "./hold.ts";
import { getHold } from "./holds.ts";
import { release } from "./release.ts";
import { reviewHold } from "./review-hold.ts";
import { entriesOf } from "./statement.ts";
import { freshLedger, type LedgerDatabase, walletWith } from "./testing/ledger-database.ts";

let ledger: LedgerDatabase;

beforeAll(async () => {
  ledger = await freshLedger();
});
afterAll(async () => {
  expect(await auditLedger(ledger)).toEqual([]);
  await ledger.drop();
});

async function heldFour() {
  const walletId = await walletWith(ledger, 10);
  const cause = newId("generation");
  const { holdId } = await hold(ledger, { walletId, holdId: newId("hold"), credits: credits(4), cause, key: "hold" });
  return { walletId, holdId, cause };
}

it("gives all of a hold back and says why", async () => {
  const { walletId, holdId, cause } = await heldFour();
  const receipt = await release(ledger, { walletId, holdId, reason: "blocked", key: "release" });
  expect(receipt).toMatchObject({ available: 10, held: 0 });
  expect(await getHold(ledger, holdId)).toMatchObject({ state: "released", captured: 0, released: 4 });
  expect((await entriesOf(ledger, cause)).at(-1)).toMatchObject({ kind: "release", credits: 4, reason: "blocked" });
});

it("gives one receipt for one release sent twice", async () => {
  const { walletId, holdId } = await heldFour();
  const first = await release(ledger, { walletId, holdId, reason: "failed", key: "release" });
  expect(await release(ledger, { walletId, holdId, reason: "failed", key: "release" })).toEqual({
    ...first,
    replayed: true,
  });
  const other = release(ledger, { walletId, holdId, reason: "blocked", key: "release" });
  await expect(other).rejects.toThrow("request/reused-key");
});

it("ends the review of a hold with the hold", async () => {
  const { walletId, holdId } = await heldFour();
  await reviewHold(ledger, { walletId, holdId, until: new Date("2040-01-01"), key: "review" });
  await release(ledger, { walletId, holdId, key: "release" });
  expect(await getHold(ledger, holdId)).toMatchObject({ state: "released", reviewUntil: null });
});
