import { credits, type MemberId, newId } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { hold } from "./hold.ts";
import { freshLedger, type LedgerDatabase, walletWith } from "./testing/ledger-database.ts";

let ledger: LedgerDatabase;
let walletId: MemberId;

const tables = ["wallet", "lot", "hold", "entry"];
const verbs = [
  "adjust",
  "capture",
  "chargeback",
  "clock",
  "expire",
  "forfeit",
  "freeze",
  "grant",
  "hold",
  "mark_under_review",
  "open_wallet",
  "pay_back",
  "reclaim",
  "release",
  "restore",
  "unchargeback",
  "unfreeze",
  "unreclaim",
];

beforeAll(async () => {
  ledger = await freshLedger();
  walletId = await walletWith(ledger, 10);
  await hold(ledger, { walletId, holdId: newId("hold"), credits: credits(4), cause: "gen_1", key: "hold" });
});
afterAll(() => ledger.drop());

it.each(tables)("lets the application read %s and not write it", async (table) => {
  expect((await ledger.query(`SELECT * FROM ledger.${table}`, [])).length).toBeGreaterThan(0);
  const denied = { code: "42501" };
  const column = table === "entry" ? "wallet_id" : "id";
  await expect(ledger.query(`UPDATE ledger.${table} SET ${column} = ''`, [])).rejects.toMatchObject(denied);
  await expect(ledger.query(`DELETE FROM ledger.${table}`, [])).rejects.toMatchObject(denied);
  await expect(ledger.query(`TRUNCATE ledger.${table} CASCADE`, [])).rejects.toMatchObject(denied);
  await expect(ledger.query(`INSERT INTO ledger.${table} DEFAULT VALUES`, [])).rejects.toMatchObject(denied);
});

it("lets the application call the verbs and none of what they are made of", async () => {
  const rows = await ledger.query<{ name: string }>(
    `SELECT proname::text AS name FROM pg_proc
     WHERE pronamespace = 'ledger'::regnamespace AND has_function_privilege('covenant_app', oid, 'EXECUTE') ORDER BY 1`,
    [],
  );
  expect(rows.map((row) => row.name)).toEqual(verbs);
});

it("lets nobody else call anything", async () => {
  const open = await ledger.query(
    `SELECT proname::text FROM pg_proc CROSS JOIN LATERAL aclexplode(coalesce(proacl, acldefault('f', proowner))) AS acl
     WHERE pronamespace = 'ledger'::regnamespace AND acl.grantee = 0`,
    [],
  );
  expect(open).toEqual([]);
});

it("pins the search path of every function that runs with the owner's rights", async () => {
  const loose = await ledger.query(
    `SELECT proname::text FROM pg_proc WHERE pronamespace = 'ledger'::regnamespace AND prosecdef
       AND proconfig IS DISTINCT FROM ARRAY['search_path=ledger, pg_temp']`,
    [],
  );
  expect(loose).toEqual([]);
});

it.each([
  "UPDATE ledger.entry SET reason = 'another'",
  "DELETE FROM ledger.entry",
  "TRUNCATE ledger.entry CASCADE",
  "DELETE FROM ledger.hold",
  "DELETE FROM ledger.lot",
  "DELETE FROM ledger.wallet",
  "UPDATE ledger.lot SET expires_at = 'infinity'",
  "UPDATE ledger.lot SET granted = granted + 1, available = available + 1",
])("keeps history from its owner too: %s", async (statement) => {
  await expect(ledger.asOwner(statement)).rejects.toMatchObject({ code: "LG001" });
});

it.each([
  ["an overdrawn wallet", "UPDATE ledger.wallet SET available = -1", "amount_check"],
  ["credits out of nothing", "UPDATE ledger.lot SET available = available + 1", "lot_conserves_credits"],
  [
    "credits both spent and still there",
    "UPDATE ledger.lot SET spent = 4, available = 6, held = 4",
    "lot_conserves_credits",
  ],
  [
    "a hold that ended with credits left",
    "UPDATE ledger.hold SET resolved_at = now(), released = 3",
    "hold_ends_as_a_whole",
  ],
  [
    "more captured than held",
    "UPDATE ledger.hold SET resolved_at = now(), captured = 5, released = 0",
    "hold_ends_as_a_whole",
  ],
  [
    "a review of a hold that ended",
    "UPDATE ledger.hold SET resolved_at = now(), released = 4, review_until = now()",
    "hold_ends_as_a_whole",
  ],
  ["more paid back than captured", "UPDATE ledger.hold SET paid_back = 1", "hold_ends_as_a_whole"],
])("cannot store %s", async (_, statement, constraint) => {
  await expect(ledger.asOwner(statement)).rejects.toMatchObject({ constraint });
});

/** An entry written by hand, after the two that the wallet has. */
function forged({ version = 3, credits = 1, available = 5, kind = "expire" }) {
  return `INSERT INTO ledger.entry (wallet_id, version, kind, lot_id, from_bucket, to_bucket, credits, available_after,
      held_after, frozen_after, at, transaction_id, hash)
    SELECT wallet_id, ${version}, '${kind}', id, 'available', 'expired', ${credits}, ${available}, 4, 0, now(), 1, ''
    FROM ledger.lot`;
}

it.each([
  ["that forks the journal", { version: 2 }, "entry_continues"],
  ["of less than nothing", { credits: -1 }, "amount_check"],
  ["that leaves less than nothing", { available: -1 }, "amount_check"],
])("refuses an entry %s, even from the owner", async (_, entry, constraint) => {
  await expect(ledger.asOwner(forged(entry))).rejects.toMatchObject({ constraint });
});

it("never lets one wallet wait for another", async () => {
  const otherId = await walletWith(ledger, 10);
  const busy = await ledger.pool.connect();
  try {
    await busy.query("BEGIN");
    await busy.query("SELECT ledger.expire($1)", [walletId]);
    const wanted = { walletId: otherId, holdId: newId("hold"), credits: credits(4), cause: "gen_2", key: "hold" };
    expect(await hold(ledger, wanted)).toMatchObject({ held: 4 });
  } finally {
    await busy.query("ROLLBACK");
    busy.release();
  }
});
