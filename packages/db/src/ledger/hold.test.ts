import { credits, type MemberId, newId } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditLedger } from "./audit-ledger.ts";
import { getBalance } from "./balance.ts";
import { grant } from "./grant.ts";
import { hold } from "./hold.ts";
import { getHold } from "./holds.ts";
import { listLots } from "./lots.ts";
import { listEntries } from "./statement.ts";
import { freshLedger, type LedgerDatabase, walletWith } from "./testing/ledger-database.ts";

let ledger: LedgerDatabase;

beforeAll(async () => {
  ledger = await freshLedger();
});
afterAll(async () => {
  expect(await auditLedger(ledger)).toEqual([]);
  await ledger.drop();
});

function holdOf(walletId: MemberId, amount: number, key = "hold") {
  return { walletId, holdId: newId("hold"), credits: credits(amount), cause: newId("generation"), key };
}

it("sets credits aside and keeps a row that can be asked", async () => {
  const wanted = holdOf(await walletWith(ledger, 10), 4);
  expect(await hold(ledger, wanted)).toMatchObject({ available: 6, held: 4, holdId: wanted.holdId, replayed: false });
  expect(await getHold(ledger, wanted.holdId)).toMatchObject({
    state: "open",
    credits: 4,
    cause: wanted.cause,
    captured: 0,
    resolvedAt: null,
  });
});

it("burns the lot that is due first, then the one granted first, then those without an end", async () => {
  const walletId = await walletWith(ledger, 100);
  const ends = ["2042-01-01", "2041-01-01", "2042-01-01"];
  for (const [at, end] of ends.entries()) {
    await grant(ledger, {
      walletId,
      lotId: newId("lot"),
      credits: credits(10),
      source: "bonus",
      expiresAt: new Date(end),
      key: `lot ${at}`,
    });
  }
  await hold(ledger, holdOf(walletId, 25));
  const lots = await listLots(ledger, walletId);
  expect(lots.map((lot) => [lot.expiresAt?.slice(0, 4) ?? null, lot.available, lot.held])).toEqual([
    ["2041", 0, 10],
    ["2042", 0, 10],
    ["2042", 5, 5],
    [null, 100, 0],
  ]);
});

it("says what was needed and what is there when it is too little, and changes nothing", async () => {
  const walletId = await walletWith(ledger, 3);
  await expect(hold(ledger, holdOf(walletId, 8))).rejects.toMatchObject({
    code: "credits/insufficient",
    facts: { needed: 8, available: 3 },
  });
  expect(await getBalance(ledger, walletId)).toEqual({ available: 3, held: 0, frozen: 0 });
});

it("takes the same key again once there is enough", async () => {
  const wanted = holdOf(await walletWith(ledger, 0), 5);
  await expect(hold(ledger, wanted)).rejects.toThrow("credits/insufficient");
  const lotId = newId("lot");
  await grant(ledger, { walletId: wanted.walletId, lotId, credits: credits(5), source: "goodwill", key: "grant" });
  expect(await hold(ledger, wanted)).toMatchObject({ held: 5, replayed: false });
});

it("gives the first answer to a request sent twice, though the wallet has moved on", async () => {
  const wanted = holdOf(await walletWith(ledger, 10), 4);
  const first = await hold(ledger, wanted);
  await hold(ledger, holdOf(wanted.walletId, 3, "another"));
  expect(await hold(ledger, { ...wanted, holdId: newId("hold") })).toEqual({ ...first, replayed: true });
});

it("refuses a key that comes back for another amount or cause", async () => {
  const wanted = holdOf(await walletWith(ledger, 10), 4);
  await hold(ledger, wanted);
  await expect(hold(ledger, { ...wanted, credits: credits(5) })).rejects.toThrow("request/reused-key");
  await expect(hold(ledger, { ...wanted, cause: "gen_other" })).rejects.toThrow("request/reused-key");
});

it("gives the last credit to one of fifty that ask at once", async () => {
  const walletId = await walletWith(ledger, 1);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, (_, at) => hold(ledger, holdOf(walletId, 1, `hold ${at}`))),
  );
  expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
  const refusals = outcomes.filter((outcome) => outcome.status === "rejected").map((outcome) => outcome.reason.code);
  expect(refusals).toEqual(Array(49).fill("credits/insufficient"));
  expect(await getBalance(ledger, walletId)).toEqual({ available: 0, held: 1, frozen: 0 });
});

it("gives fifty that ask at once the right lots, each credit to one of them", async () => {
  const walletId = await walletWith(ledger, 0);
  for (let at = 0; at < 10; at += 1) {
    await grant(ledger, { walletId, lotId: newId("lot"), credits: credits(7), source: "goodwill", key: `lot ${at}` });
  }
  await Promise.all(Array.from({ length: 35 }, (_, at) => hold(ledger, holdOf(walletId, 2, `hold ${at}`))));
  expect(await getBalance(ledger, walletId)).toEqual({ available: 0, held: 70, frozen: 0 });
  const { rows } = await listEntries(ledger, { walletId, limit: 200 });
  expect(rows.map((entry) => entry.version)).toEqual(rows.map((_, at) => rows.length - at));
});

it.each([0, 1.5])("has no hold of %s credits", async (amount) => {
  const walletId = await walletWith(ledger, 10);
  await expect(async () => hold(ledger, holdOf(walletId, amount))).rejects.toThrow();
});
