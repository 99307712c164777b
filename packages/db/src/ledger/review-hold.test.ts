import { credits, newId } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditLedger } from "./audit-ledger.ts";
import { capture } from "./capture.ts";
import { hold } from "./hold.ts";
import { getHold, listOverdueReviews } from "./holds.ts";
import { reviewHold } from "./review-hold.ts";
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
  const wanted = { walletId, holdId: newId("hold"), credits: credits(4), cause: newId("generation"), key: "hold" };
  const { holdId } = await hold(ledger, wanted);
  return { walletId, holdId };
}

it("keeps the credits held and remembers until when", async () => {
  const held = await heldFour();
  const until = new Date("2040-02-03T04:05:06.789Z");
  expect(await reviewHold(ledger, { ...held, until, key: "review" })).toMatchObject({ held: 4, moved: 0, version: 3 });
  expect(await getHold(ledger, held.holdId)).toMatchObject({ state: "open", reviewUntil: until.toISOString() });
});

it("answers the same request the same, and refuses its key for another deadline", async () => {
  const held = await heldFour();
  const review = { ...held, until: new Date("2040-01-01"), key: "review" };
  const first = await reviewHold(ledger, review);
  await capture(ledger, { ...held, key: "capture" });
  expect(await reviewHold(ledger, review)).toEqual({ ...first, replayed: true });
  const other = reviewHold(ledger, { ...review, until: new Date("2041-01-01") });
  await expect(other).rejects.toThrow("request/reused-key");
});

it("reviews no hold that has ended", async () => {
  const held = await heldFour();
  await capture(ledger, { ...held, key: "capture" });
  const reviewing = reviewHold(ledger, { ...held, until: new Date("2040-01-01"), key: "review" });
  await expect(reviewing).rejects.toMatchObject({ code: "LG004" });
});

it("lists the reviews that are overdue, the longest first", async () => {
  const [late, later, inTime] = [await heldFour(), await heldFour(), await heldFour()];
  await reviewHold(ledger, { ...later, until: new Date("2021-01-01"), key: "review" });
  await reviewHold(ledger, { ...late, until: new Date("2020-01-01"), key: "review" });
  await reviewHold(ledger, { ...inTime, until: new Date("2040-01-01"), key: "review" });
  const overdue = await listOverdueReviews(ledger, 10);
  expect(overdue.map((held) => held.id)).toEqual([late.holdId, later.holdId]);
});
