import { credits, type MemberId, newId } from "@covenant/domain";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { hold } from "./hold.ts";
import { sealEntries } from "./seal-entries.ts";
import { freshLedger, type LedgerDatabase, walletWith } from "./testing/ledger-database.ts";

let ledger: LedgerDatabase;
let walletId: MemberId;

const tables = ["wallet", "lot", "hold", "entry", "seal", "seal_leaf"];
const verbs = [
  "adjust",
  "capture",
  "capture_many",
  "chargeback",
  "clock",
  "expire",
  "forfeit",
  "freeze",
  "grant",
  "hold",
  "hold_many",
  "mark_under_review",
  "open_wallet",
  "pay_back",
  "reclaim",
  "release",
  "restore",
  "seal",
  "unchargeback",
  "unfreeze",
  "unreclaim",
];

beforeAll(async () => {
  ledger = await freshLedger();
  walletId = await walletWith(ledger, 10);
  await hold(ledger, { walletId, holdId: newId("hold"), credits: credits(4), cause: "gen_1", key: "hold" });
  // A seal waits for every transaction of its server, and other suites may have some.
  await vi.waitUntil(async () => (await sealEntries(ledger)) !== null, { timeout: 20_000, interval: 50 });
});
afterAll(() => ledger.drop());

const denied = { code: "42501" };

/** An entry written by hand, after the two that the wallet has. */
function forged({ version = 3, credits = 1, available = 5 }) {
  return `INSERT INTO ledger.entry (wallet_id, version, kind, lot_id, from_bucket, to_bucket, credits, available_after,
      held_after, frozen_after, at, transaction_id, hash)
    SELECT wallet_id, ${version}, 'expire', id, 'available', 'expired', ${credits}, ${available}, 4, 0, now(), 1, ''
    FROM ledger.lot`;
}

it.each(tables)("lets the application read %s and not write it", async (table) => {
  const [row] = await ledger.query<Record<string, unknown>>(`SELECT * FROM ledger.${table}`, []);
  const [column] = Object.keys(row ?? {});
  await expect(ledger.query(`UPDATE ledger.${table} SET ${column} = ${column}`, [])).rejects.toMatchObject(denied);
  await expect(ledger.query(`DELETE FROM ledger.${table}`, [])).rejects.toMatchObject(denied);
  await expect(ledger.query(`TRUNCATE ledger.${table} CASCADE`, [])).rejects.toMatchObject(denied);
  const copy = `INSERT INTO ledger.${table} SELECT * FROM ledger.${table}`;
  await expect(ledger.query(copy, [])).rejects.toMatchObject(denied);
});

it.each([
  ["credits out of nothing", "UPDATE ledger.wallet SET available = available + 100"],
  ["a negative balance", "UPDATE ledger.wallet SET available = -1"],
  ["a hold ended a second time", "UPDATE ledger.hold SET state = 'captured', captured = credits, resolved_at = now()"],
  ["a transfer that is not balanced", forged({ credits: 3 })],
  ["history without an entry", "DELETE FROM ledger.entry WHERE version = 1"],
  ["a rule less", "ALTER TABLE ledger.lot DROP CONSTRAINT lot_conserves_credits"],
  ["a trigger less", "ALTER TABLE ledger.entry DISABLE TRIGGER ALL"],
  ["a clock of its own", "CREATE OR REPLACE FUNCTION ledger.clock() RETURNS timestamptz LANGUAGE sql RETURN now()"],
  ["a table of its own there", "CREATE TABLE ledger.mine ()"],
  ["the rights of the owner", "SET ROLE ledger_owner"],
  ["a part of a verb", "SELECT ledger.save(wallet) FROM ledger.wallet"],
  ["transactions counted anew", "SELECT ledger.resume_after_restore()"],
])("refuses the application's role %s", async (_, statement) => {
  await expect(ledger.query(statement, [])).rejects.toMatchObject(denied);
});

it("runs the verbs with the rights of their owner, whatever the caller's session has in its search path", async () => {
  const session = await ledger.pool.connect();
  try {
    await session.query("CREATE TEMPORARY TABLE wallet (id text, available bigint)");
    await session.query("SET search_path = pg_temp, bullmq");
    const { rows } = await session.query("SELECT available::int FROM ledger.expire($1)", [walletId]);
    expect(rows).toEqual([{ available: 6 }]);
  } finally {
    await session.query("RESET search_path");
    session.release(true);
  }
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
  "UPDATE ledger.seal SET entries = 0",
  "DELETE FROM ledger.seal",
  "UPDATE ledger.seal_leaf SET hashes = ''",
  "TRUNCATE ledger.seal, ledger.seal_leaf",
  "UPDATE ledger.hold SET credits = 5",
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

it.each([
  ["that forks the journal", { version: 2 }, "entry_pkey"],
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
