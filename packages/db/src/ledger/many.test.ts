import { credits, type MemberId, newId } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { outboxSink } from "../outbox/outbox-sink.ts";
import { connectDatabase } from "../transaction.ts";
import { auditLedger } from "./audit-ledger.ts";
import { getBalance } from "./balance.ts";
import { captureMany } from "./capture-many.ts";
import type { NewHold } from "./hold.ts";
import { holdMany } from "./hold-many.ts";
import { getHold } from "./holds.ts";
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

function holdOf(walletId: MemberId, amount: number): NewHold {
  const holdId = newId("hold");
  return { walletId, holdId, credits: credits(amount), cause: newId("generation"), key: holdId };
}

it("answers each question in its place, whatever order the wallets are taken in", async () => {
  const [one, other] = [await walletWith(ledger, 10), await walletWith(ledger, 20)];
  const wanted = [holdOf(other, 1), holdOf(one, 2), holdOf(other, 3), holdOf(one, 4)];
  const held = await holdMany(ledger, wanted);
  expect(held.map(({ holdId, available }) => [holdId, available])).toEqual([
    [wanted[0]?.holdId, 19],
    [wanted[1]?.holdId, 8],
    [wanted[2]?.holdId, 16],
    [wanted[3]?.holdId, 4],
  ]);
});

it("holds for those that can pay when another cannot", async () => {
  const [rich, poor] = [await walletWith(ledger, 10), await walletWith(ledger, 1)];
  const held = await holdMany(ledger, [holdOf(poor, 2), holdOf(rich, 2)]);
  expect(held).toMatchObject([
    { holdId: null, moved: 0, available: 1 },
    { moved: 2, available: 8 },
  ]);
});

it("captures some in whole and some in part, and gives the same answers again", async () => {
  const [one, other] = [await walletWith(ledger, 10), await walletWith(ledger, 10)];
  const wanted = [holdOf(one, 5), holdOf(other, 5), holdOf(one, 5)];
  await holdMany(ledger, wanted);
  const [first, second, third] = wanted.map(({ walletId, holdId }) => ({ walletId, holdId, key: `end ${holdId}` }));
  if (first === undefined || second === undefined || third === undefined) throw new Error("three were asked for");
  const graceUntil = new Date("2040-01-01");
  const captures = [first, { ...second, credits: credits(2), reason: "some failed", graceUntil }, third];
  const receipts = await captureMany(ledger, captures);
  expect(receipts.map(({ available, held }) => [available, held])).toEqual([
    [0, 5],
    [8, 0],
    [0, 0],
  ]);
  expect(await captureMany(ledger, captures)).toEqual(receipts.map((receipt) => ({ ...receipt, replayed: true })));
  expect(await getHold(ledger, second.holdId)).toMatchObject({ captured: 2, released: 3 });
});

it("undoes the whole batch when one of it is wrong", async () => {
  const walletId = await walletWith(ledger, 10);
  const wanted = [holdOf(walletId, 1), holdOf(newId("member"), 1)];
  await expect(holdMany(ledger, wanted)).rejects.toMatchObject({ code: "thing/not-found" });
  expect(await getBalance(ledger, walletId)).toMatchObject({ available: 10 });
});

it("asks nothing when nothing is asked", async () => {
  expect(await holdMany(ledger, [])).toEqual([]);
  expect(await captureMany(ledger, [])).toEqual([]);
});

it("never deadlocks, however batches name the same wallets", async () => {
  const wallets = await Promise.all(Array.from({ length: 6 }, () => walletWith(ledger, 1_000)));
  const batches = Array.from({ length: 24 }, (_, at) => {
    const turned = [...wallets.slice(at % 6), ...wallets.slice(0, at % 6)];
    return (at % 2 === 0 ? turned : turned.reverse()).map((walletId) => holdOf(walletId, 3));
  });
  await Promise.all(
    batches.map(async (wanted) => {
      await holdMany(ledger, wanted);
      await captureMany(
        ledger,
        wanted.map(({ walletId, holdId }) => ({ walletId, holdId, key: `end ${holdId}` })),
      );
    }),
  );
  for (const walletId of wallets) {
    expect(await getBalance(ledger, walletId)).toEqual({ available: 1_000 - 24 * 3, held: 0, frozen: 0 });
  }
});

it("runs inside a transaction of business rows", async () => {
  const db = connectDatabase({ url: ledger.urls.url, connections: 2, jobs: outboxSink });
  const walletId = await walletWith(ledger, 10);
  const wanted = [holdOf(walletId, 4), holdOf(walletId, 7)];
  await db.transaction(async (tx) => {
    const held = await holdMany(tx, wanted);
    expect(held.map(({ holdId }) => holdId)).toEqual([wanted[0]?.holdId, null]);
    await captureMany(tx, [{ walletId, holdId: wanted[0]?.holdId ?? newId("hold"), credits: credits(1), key: "end" }]);
  });
  expect((await entriesOf(ledger, wanted[0]?.cause ?? "")).map((entry) => entry.kind)).toEqual([
    "hold",
    "capture",
    "release",
  ]);
  await db.close();
});
