import { credits, type EntryView, newId } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { capture } from "./capture.ts";
import { hold } from "./hold.ts";
import { payBack } from "./pay-back.ts";
import { release } from "./release.ts";
import { entriesOf, listEntries } from "./statement.ts";
import { freshLedger, type LedgerDatabase, walletWith } from "./testing/ledger-database.ts";

let ledger: LedgerDatabase;

beforeAll(async () => {
  ledger = await freshLedger();
});
afterAll(() => ledger.drop());

function holdOf(walletId: Awaited<ReturnType<typeof walletWith>>, key: string, cause: string) {
  return hold(ledger, { walletId, holdId: newId("hold"), credits: credits(1), cause, key });
}

it("turns every page of a statement, newest first, with no entry missed or shown twice", async () => {
  const walletId = await walletWith(ledger, 50);
  for (let at = 0; at < 24; at += 1) await holdOf(walletId, `hold ${at}`, "gen_1");
  const entries: EntryView[] = [];
  let after: string | null = null;
  do {
    const page = await listEntries(ledger, { walletId, limit: 7, ...(after !== null && { after }) });
    entries.push(...page.rows);
    after = page.next;
    if (entries.length === 7) await holdOf(walletId, "meanwhile", "gen_1");
  } while (after !== null);
  expect(entries.map((entry) => entry.version)).toEqual(Array.from({ length: 25 }, (_, at) => 25 - at));
});

it("tells the whole story of one generation and nothing of another", async () => {
  const walletId = await walletWith(ledger, 10);
  const cause = newId("generation");
  const first = await holdOf(walletId, "first", cause);
  const other = await holdOf(walletId, "other", newId("generation"));
  await capture(ledger, { walletId, holdId: first.holdId, reason: "violation", key: "capture" });
  await release(ledger, { walletId, holdId: other.holdId, key: "release" });
  await payBack(ledger, { walletId, holdId: first.holdId, reason: "appeal upheld", key: "pay back" });
  const story = await entriesOf(ledger, cause);
  expect(story.map((entry) => [entry.kind, entry.from, entry.to, entry.reason])).toEqual([
    ["hold", "available", "held", null],
    ["capture", "held", "spent", "violation"],
    ["pay-back", "spent", "available", "appeal upheld"],
  ]);
});
