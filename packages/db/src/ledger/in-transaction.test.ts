import { credits, type MemberId, newId, Refusal } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { outboxSink } from "../outbox/outbox-sink.ts";
import { connectDatabase, type Database } from "../transaction.ts";
import { getBalance } from "./balance.ts";
import { capture } from "./capture.ts";
import { grant } from "./grant.ts";
import { hold } from "./hold.ts";
import { getHold } from "./holds.ts";
import { openWallet } from "./open-wallet.ts";
import { listEntries } from "./statement.ts";
import { freshLedger, type LedgerDatabase, walletWith } from "./testing/ledger-database.ts";

let ledger: LedgerDatabase;
let db: Database;

beforeAll(async () => {
  ledger = await freshLedger();
  db = connectDatabase({ url: ledger.urls.url, connections: 4, jobs: outboxSink });
});
afterAll(async () => {
  await db.close();
  await ledger.drop();
});

function holdOf(walletId: MemberId, amount: number, key = "hold") {
  return { walletId, holdId: newId("hold"), credits: credits(amount), cause: "gen_1", key };
}

it("runs every kind of verb and read inside a transaction of business rows", async () => {
  const walletId = newId("member");
  const wanted = holdOf(walletId, 4);
  const lot = { walletId, lotId: newId("lot"), credits: credits(10), source: "bonus" as const, key: "lot" };
  await db.transaction(async (tx) => {
    await openWallet(tx, walletId);
    await grant(tx, { ...lot, expiresAt: new Date("2040-01-01") });
    await hold(tx, wanted);
    expect(await capture(tx, { ...wanted, credits: credits(1), key: "capture" })).toMatchObject({ available: 9 });
    expect(await getHold(tx, wanted.holdId)).toMatchObject({ captured: 1, released: 3 });
    expect((await listEntries(tx, { walletId, limit: 2 })).rows.map((entry) => entry.kind)).toEqual([
      "release",
      "capture",
    ]);
  });
  expect(await getBalance(ledger, walletId)).toEqual({ available: 9, held: 0, frozen: 0 });
});

it("holds nothing when the transaction around it fails", async () => {
  const walletId = await walletWith(ledger, 10);
  const failing = db.transaction(async (tx) => {
    await hold(tx, holdOf(walletId, 4));
    throw new Error("the business row could not be written");
  });
  await expect(failing).rejects.toThrow("could not be written");
  expect(await getBalance(ledger, walletId)).toEqual({ available: 10, held: 0, frozen: 0 });
});

it("lets a transaction go on after too few credits, to write what a block without a hold needs", async () => {
  const walletId = await walletWith(ledger, 1);
  const outcome = await db.transaction(async (tx) => {
    const refusal = await hold(tx, holdOf(walletId, 4)).catch((error: unknown) => error);
    await grant(tx, { walletId, lotId: newId("lot"), credits: credits(1), source: "goodwill", key: "after" });
    return refusal;
  });
  expect(outcome).toEqual(new Refusal("credits/insufficient", { needed: 4, available: 1 }));
  expect((await getBalance(ledger, walletId)).available).toBe(2);
});

it("brings the kernel's refusals out of Prisma's wrapping", async () => {
  const wanted = holdOf(await walletWith(ledger, 10), 4);
  await hold(ledger, wanted);
  const reused = db.transaction((tx) => hold(tx, { ...wanted, credits: credits(5) }));
  await expect(reused).rejects.toEqual(new Refusal("request/reused-key"));
  const unknown = db.transaction((tx) => capture(tx, { ...wanted, holdId: newId("hold"), key: "capture" }));
  await expect(unknown).rejects.toEqual(new Refusal("thing/not-found", { thing: "hold" }));
});

it("leaves a bug a bug", async () => {
  const wanted = holdOf(await walletWith(ledger, 10), 4);
  await hold(ledger, wanted);
  await capture(ledger, { ...wanted, key: "capture" });
  const again = db.transaction((tx) => capture(tx, { ...wanted, key: "again" }));
  await expect(again).rejects.toThrow("is already captured");
  await expect(again).rejects.not.toBeInstanceOf(Refusal);
});
