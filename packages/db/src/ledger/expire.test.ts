import { credits, type MemberId, newId } from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { auditLedger } from "./audit-ledger.ts";
import { getBalance } from "./balance.ts";
import { capture } from "./capture.ts";
import { expire, listDueWallets } from "./expire.ts";
import { grant } from "./grant.ts";
import { hold } from "./hold.ts";
import { listLots } from "./lots.ts";
import { payBack } from "./pay-back.ts";
import { release } from "./release.ts";
import { listEntries } from "./statement.ts";
import { freshLedger, type LedgerDatabase, walletWith } from "./testing/ledger-database.ts";

let ledger: LedgerDatabase;

const before = new Date("2030-01-01T11:59:59.999Z");
const end = new Date("2030-01-01T12:00:00.000Z");
const nextDay = new Date("2030-01-02T12:00:00.000Z");

beforeAll(async () => {
  ledger = await freshLedger();
});
beforeEach(() => ledger.setClock(before));
afterAll(async () => {
  expect(await auditLedger(ledger)).toEqual([]);
  await ledger.drop();
});

/** A wallet with 10 credits that end at noon, and as many as asked that do not end. */
async function walletUntilNoon(endless = 0): Promise<MemberId> {
  const walletId = await walletWith(ledger, endless);
  const lotId = newId("lot");
  await grant(ledger, { walletId, lotId, credits: credits(10), source: "bonus", expiresAt: end, key: "noon" });
  return walletId;
}

function holdOf(walletId: MemberId, amount: number) {
  return hold(ledger, { walletId, holdId: newId("hold"), credits: credits(amount), cause: "gen_1", key: "hold" });
}

async function kindsOf(walletId: MemberId) {
  const { rows } = await listEntries(ledger, { walletId, limit: 100 });
  return rows
    .reverse()
    .map(({ kind, credits, to }) =>
      to === "expired" && kind !== "expire" ? `${kind} ${credits} expired` : `${kind} ${credits}`,
    );
}

it("lets the last moment of a lot be used", async () => {
  const walletId = await walletUntilNoon();
  expect(await holdOf(walletId, 10)).toMatchObject({ held: 10 });
});

it("has nothing left of a lot at its end, though nobody swept", async () => {
  const walletId = await walletUntilNoon(3);
  await ledger.setClock(end);
  expect(await getBalance(ledger, walletId)).toEqual({ available: 3, held: 0, frozen: 0 });
  expect((await listLots(ledger, walletId)).map((lot) => lot.available)).toEqual([3]);
  await expect(holdOf(walletId, 4)).rejects.toMatchObject({ facts: { needed: 4, available: 3 } });
  expect(await kindsOf(walletId)).toEqual(["grant 3", "grant 10", "expire 10"]);
});

it("expires within the verb that comes next", async () => {
  const walletId = await walletUntilNoon(5);
  await ledger.setClock(end);
  expect(await holdOf(walletId, 2)).toMatchObject({ available: 3, held: 2 });
  expect(await kindsOf(walletId)).toEqual(["grant 5", "grant 10", "expire 10", "hold 2"]);
});

it("lets held credits be captured after the end of their lot", async () => {
  const walletId = await walletUntilNoon();
  const { holdId } = await holdOf(walletId, 6);
  await ledger.setClock(nextDay);
  expect(await capture(ledger, { walletId, holdId, key: "capture" })).toMatchObject({ available: 0, held: 0 });
  expect(await kindsOf(walletId)).toEqual(["grant 10", "hold 6", "expire 4", "capture 6"]);
});

it("expires released credits at once when their lot has ended and no grace is given", async () => {
  const walletId = await walletUntilNoon();
  const { holdId } = await holdOf(walletId, 10);
  await ledger.setClock(nextDay);
  expect(await release(ledger, { walletId, holdId, key: "release" })).toMatchObject({ available: 0, held: 0 });
  expect(await kindsOf(walletId)).toEqual(["grant 10", "hold 10", "release 10 expired"]);
});

it("keeps released credits spendable for their grace and no longer", async () => {
  const walletId = await walletUntilNoon();
  const { holdId } = await holdOf(walletId, 10);
  await ledger.setClock(end);
  const graceUntil = nextDay;
  expect(await release(ledger, { walletId, holdId, graceUntil, key: "release" })).toMatchObject({ available: 10 });
  expect(await listLots(ledger, walletId)).toMatchObject([{ expiresAt: nextDay.toISOString() }]);
  await ledger.setClock(nextDay);
  expect(await expire(ledger, walletId)).toMatchObject({ available: 0 });
});

it("never shortens a lot by a grace", async () => {
  const walletId = await walletUntilNoon();
  const { holdId } = await holdOf(walletId, 10);
  await release(ledger, { walletId, holdId, graceUntil: before, key: "release" });
  expect(await listLots(ledger, walletId)).toMatchObject([{ available: 10, expiresAt: end.toISOString() }]);
});

it("pays back to a lot that has ended, for the grace given", async () => {
  const walletId = await walletUntilNoon();
  const { holdId } = await holdOf(walletId, 10);
  await capture(ledger, { walletId, holdId, key: "capture" });
  await ledger.setClock(end);
  const appeal = { walletId, holdId, reason: "appeal upheld", graceUntil: nextDay, key: "pay back" };
  expect(await payBack(ledger, appeal)).toMatchObject({ available: 10 });
});

it("expires a grant that arrives after its own end, and says so", async () => {
  await ledger.setClock(end);
  const walletId = await walletUntilNoon();
  expect(await kindsOf(walletId)).toEqual(["grant 10 expired"]);
});

it("finds the wallets to sweep, and sweeps each once", async () => {
  const [due, notDue] = [await walletUntilNoon(), await walletWith(ledger, 5)];
  expect(await listDueWallets(ledger, 1000)).not.toContain(due);
  await ledger.setClock(end);
  expect(await listDueWallets(ledger, 1000)).toContain(due);
  expect(await listDueWallets(ledger, 1000)).not.toContain(notDue);
  expect(await expire(ledger, due)).toMatchObject({ available: 0, replayed: false });
  expect(await expire(ledger, due)).toMatchObject({ version: 2, replayed: true });
  expect(await listDueWallets(ledger, 1000)).not.toContain(due);
});
