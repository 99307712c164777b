import { credits, type EntryDetail, type MemberId, newId } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findSealDetail, findSealOf, listSealEntries } from "./explore-seals.ts";
import { hold } from "./hold.ts";
import { freshLedger, type LedgerDatabase, walletWith } from "./testing/ledger-database.ts";

let ledger: LedgerDatabase;

beforeAll(async () => {
  ledger = await freshLedger();
});
afterAll(() => ledger.drop());

/** Writes a seal as the sealer leaves one, with so many entries of each wallet. */
async function write(number: number, parts: { walletId: MemberId; first: number; last: number }[]): Promise<void> {
  const entries = parts.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const previous = number === 1 ? "''" : `sha256('${number - 1}')`;
  await ledger.asOwner(
    `INSERT INTO ledger.seal VALUES (${number}, ${number * 10}, ${number * 10 + 10}, ${entries}, sha256('root'),
       ${previous}, sha256('${number}'), '2030-01-01T00:00:00Z')`,
    ...parts.map(
      ({ walletId, first, last }) => `INSERT INTO ledger.seal_leaf
        SELECT '${walletId}', ${first}, ${number}, string_agg(hash, '' ORDER BY version) FROM ledger.entry
        WHERE wallet_id = '${walletId}' AND version BETWEEN ${first} AND ${last}`,
    ),
  );
}

async function walletOf(entries: number): Promise<MemberId> {
  const walletId = await walletWith(ledger, 50);
  for (let at = 1; at < entries; at += 1)
    await hold(ledger, { walletId, holdId: newId("hold"), credits: credits(1), cause: "gen_1", key: `${at}` });
  return walletId;
}

it("knows of a seal what it covers, and turns the pages of its entries with none missed or shown twice", async () => {
  const wallets = [await walletOf(5), await walletOf(4)].sort();
  const [one, other] = wallets as [MemberId, MemberId];
  await write(1, [{ walletId: one, first: 1, last: 2 }]);
  await write(2, [
    { walletId: one, first: 3, last: 4 },
    { walletId: other, first: 1, last: 3 },
  ]);
  expect(await findSealDetail(ledger, 1)).toMatchObject({ entries: 2, wallets: 1, previous: null, hasNext: true });
  expect(await findSealDetail(ledger, 2)).toMatchObject({
    entries: 5,
    wallets: 2,
    fromTransaction: 20,
    hasNext: false,
  });
  expect((await findSealDetail(ledger, 2))?.previous).toBe((await findSealDetail(ledger, 1))?.hash);
  expect(await findSealDetail(ledger, 3)).toBeNull();

  const seen: EntryDetail[] = [];
  for (let after: string | undefined, turns = 0; turns < 3; turns += 1) {
    const page = await listSealEntries(ledger, { number: 2, after, limit: 2 });
    seen.push(...page.rows);
    after = page.next ?? undefined;
    expect(page.next === null).toBe(turns === 2);
  }
  expect(seen.map(({ memberId, version }) => [memberId, version])).toEqual([
    [one, 3],
    [one, 4],
    [other, 1],
    [other, 2],
    [other, 3],
  ]);

  expect(await findSealOf(ledger, { walletId: one, version: 2 })).toBe(1);
  expect(await findSealOf(ledger, { walletId: one, version: 3 })).toBe(2);
  expect(await findSealOf(ledger, { walletId: one, version: 5 })).toBeNull();
  expect(await findSealOf(ledger, { walletId: other, version: 4 })).toBeNull();
});
