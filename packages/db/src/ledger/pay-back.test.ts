import { credits, newId } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditLedger } from "./audit-ledger.ts";
import { capture } from "./capture.ts";
import { grant } from "./grant.ts";
import { hold } from "./hold.ts";
import { getHold } from "./holds.ts";
import { listLots } from "./lots.ts";
import { payBack } from "./pay-back.ts";
import { freshLedger, type LedgerDatabase, walletWith } from "./testing/ledger-database.ts";

let ledger: LedgerDatabase;

beforeAll(async () => {
  ledger = await freshLedger();
});
afterAll(async () => {
  expect(await auditLedger(ledger)).toEqual([]);
  await ledger.drop();
});

/** Three lots of 10, of which 25 credits were held and 23 captured: 10, 10 and 3. */
async function capturedTwentyThree() {
  const walletId = await walletWith(ledger, 0);
  for (const key of ["lot 1", "lot 2", "lot 3"]) {
    await grant(ledger, { walletId, lotId: newId("lot"), credits: credits(10), source: "goodwill", key });
  }
  const wanted = { walletId, holdId: newId("hold"), credits: credits(25), cause: newId("generation"), key: "hold" };
  const { holdId } = await hold(ledger, wanted);
  await capture(ledger, { walletId, holdId, credits: credits(23), key: "capture" });
  return { walletId, holdId, reason: "appeal upheld" };
}

it("returns credits to the lots they were last captured from", async () => {
  const captured = await capturedTwentyThree();
  await payBack(ledger, { ...captured, credits: credits(5), key: "first" });
  expect((await listLots(ledger, captured.walletId)).map((lot) => lot.available)).toEqual([2, 10]);
  await payBack(ledger, { ...captured, credits: credits(9), key: "second" });
  expect((await listLots(ledger, captured.walletId)).map((lot) => lot.available)).toEqual([1, 10, 10]);
  expect(await getHold(ledger, captured.holdId)).toMatchObject({ state: "captured", captured: 23, paidBack: 14 });
});

it("returns what is left when no amount is said, and then nothing more", async () => {
  const captured = await capturedTwentyThree();
  await payBack(ledger, { ...captured, credits: credits(5), key: "first" });
  expect(await payBack(ledger, { ...captured, key: "rest" })).toMatchObject({ available: 30 });
  await expect(payBack(ledger, { ...captured, key: "more" })).rejects.toMatchObject({ code: "LG006" });
});

it("never returns more than was captured, however often it is asked at once", async () => {
  const captured = await capturedTwentyThree();
  const tooMuch = payBack(ledger, { ...captured, credits: credits(24), key: "too much" });
  await expect(tooMuch).rejects.toMatchObject({ code: "LG006" });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 12 }, (_, at) => payBack(ledger, { ...captured, credits: credits(4), key: `part ${at}` })),
  );
  expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(5);
  expect(await getHold(ledger, captured.holdId)).toMatchObject({ paidBack: 20 });
});

it("gives one receipt for one request sent twice", async () => {
  const captured = await capturedTwentyThree();
  const first = await payBack(ledger, { ...captured, credits: credits(4), key: "pay back" });
  expect(await payBack(ledger, { ...captured, credits: credits(4), key: "pay back" })).toEqual({
    ...first,
    replayed: true,
  });
  const other = payBack(ledger, { ...captured, credits: credits(5), key: "pay back" });
  await expect(other).rejects.toThrow("request/reused-key");
});

it("has nothing to return of a hold that is still open", async () => {
  const walletId = await walletWith(ledger, 10);
  const { holdId } = await hold(ledger, {
    walletId,
    holdId: newId("hold"),
    credits: credits(3),
    cause: "gen_1",
    key: "hold",
  });
  const paying = payBack(ledger, { walletId, holdId, reason: "none", key: "pay back" });
  await expect(paying).rejects.toMatchObject({ code: "LG006" });
});
