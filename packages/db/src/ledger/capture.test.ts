import { credits, type HoldId, type MemberId, newId } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditLedger } from "./audit-ledger.ts";
import { getBalance } from "./balance.ts";
import { capture } from "./capture.ts";
import { grant } from "./grant.ts";
import { hold } from "./hold.ts";
import { getHold } from "./holds.ts";
import { listLots } from "./lots.ts";
import { release } from "./release.ts";
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

/** A wallet of two lots of 10, the sooner first, with a hold that reaches into the second. */
async function heldFifteen(): Promise<{ walletId: MemberId; holdId: HoldId; cause: string }> {
  const walletId = await walletWith(ledger, 0);
  for (const year of [2041, 2042]) {
    await grant(ledger, {
      walletId,
      lotId: newId("lot"),
      credits: credits(10),
      source: "bonus",
      expiresAt: new Date(`${year}-01-01`),
      key: `lot ${year}`,
    });
  }
  const cause = newId("generation");
  const { holdId } = await hold(ledger, { walletId, holdId: newId("hold"), credits: credits(15), cause, key: "hold" });
  return { walletId, holdId, cause };
}

it("spends the whole hold", async () => {
  const { walletId, holdId } = await heldFifteen();
  const receipt = await capture(ledger, { walletId, holdId, reason: "delivered", key: "capture" });
  expect(receipt).toMatchObject({ available: 5, held: 0 });
  expect(await getHold(ledger, holdId)).toMatchObject({ state: "captured", captured: 15, released: 0 });
});

it("spends a part from what was held first and gives the rest back to its own lot", async () => {
  const { walletId, holdId, cause } = await heldFifteen();
  await capture(ledger, { walletId, holdId, credits: credits(12), key: "capture" });
  expect(await getHold(ledger, holdId)).toMatchObject({ state: "captured", captured: 12, released: 3 });
  expect((await listLots(ledger, walletId)).map((lot) => lot.available)).toEqual([8]);
  const entries = await entriesOf(ledger, cause);
  expect(entries.map((entry) => [entry.kind, entry.credits])).toEqual([
    ["hold", 10],
    ["hold", 5],
    ["capture", 10],
    ["capture", 2],
    ["release", 3],
  ]);
});

it.each([0, 16])("does not capture %s of 15 credits", async (amount) => {
  const { walletId, holdId } = await heldFifteen();
  const capturing = capture(ledger, { walletId, holdId, credits: credits(amount), key: "capture" });
  await expect(capturing).rejects.toMatchObject({ code: "LG005" });
});

it("gives one receipt for one capture sent twice", async () => {
  const { walletId, holdId } = await heldFifteen();
  const first = await capture(ledger, { walletId, holdId, key: "capture" });
  expect(await capture(ledger, { walletId, holdId, key: "capture" })).toEqual({ ...first, replayed: true });
  const other = capture(ledger, { walletId, holdId, credits: credits(1), key: "capture" });
  await expect(other).rejects.toThrow("request/reused-key");
});

it("ends a hold once, whoever comes first of twenty that would capture or release it", async () => {
  const { walletId, holdId } = await heldFifteen();
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, at) =>
      at % 2 === 0
        ? capture(ledger, { walletId, holdId, key: `end ${at}` })
        : release(ledger, { walletId, holdId, key: `end ${at}` }),
    ),
  );
  expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
  const { state } = await getHold(ledger, holdId);
  const { available } = await getBalance(ledger, walletId);
  expect(available).toBe(state === "captured" ? 5 : 20);
});

it("does not let a hold that ended look open again, not even by its owner", async () => {
  const { walletId, holdId } = await heldFifteen();
  await release(ledger, { walletId, holdId, key: "release" });
  const looksOpen = `UPDATE ledger.hold SET state = 'open', released = 0, resolved_at = NULL WHERE id = '${holdId}'`;
  await expect(ledger.asOwner(looksOpen)).rejects.toMatchObject({ constraint: "hold_ends_once" });
});

it("does not find another wallet's hold, nor one that was never made", async () => {
  const { holdId } = await heldFifteen();
  const { walletId } = await heldFifteen();
  const notFound = { code: "thing/not-found", facts: { thing: "hold" } };
  await expect(capture(ledger, { walletId, holdId, key: "a" })).rejects.toMatchObject(notFound);
  await expect(capture(ledger, { walletId, holdId: newId("hold"), key: "b" })).rejects.toMatchObject(notFound);
});
