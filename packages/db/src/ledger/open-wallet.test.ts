import { newId, Refusal } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { getBalance } from "./balance.ts";
import { openWallet } from "./open-wallet.ts";
import { freshLedger, type LedgerDatabase, walletWith } from "./testing/ledger-database.ts";

let ledger: LedgerDatabase;

beforeAll(async () => {
  ledger = await freshLedger();
});
afterAll(() => ledger.drop());

it("opens an empty wallet", async () => {
  const walletId = newId("member");
  expect(await openWallet(ledger, walletId)).toEqual({
    moved: 0,
    version: 0,
    available: 0,
    held: 0,
    frozen: 0,
    replayed: false,
  });
  expect(await getBalance(ledger, walletId)).toEqual({ available: 0, held: 0, frozen: 0 });
});

it("leaves a wallet that is open as it is", async () => {
  const walletId = await walletWith(ledger, 5);
  expect(await openWallet(ledger, walletId)).toMatchObject({ version: 1, available: 5, replayed: true });
});

it("opens one wallet for twenty requests at once", async () => {
  const walletId = newId("member");
  const receipts = await Promise.all(Array.from({ length: 20 }, () => openWallet(ledger, walletId)));
  expect(receipts.filter((receipt) => !receipt.replayed)).toHaveLength(1);
});

it("has no balance for a wallet nobody opened", async () => {
  await expect(getBalance(ledger, newId("member"))).rejects.toThrow(
    new Refusal("thing/not-found", { thing: "wallet" }),
  );
});
