import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { credits, type MemberId, newId } from "@covenant/domain";
import { type Cluster, createDatabase, startCluster } from "@covenant/test-kit/cluster";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { migrate } from "../migrate/migrate.ts";
import { auditLedger } from "./audit-ledger.ts";
import { capture } from "./capture.ts";
import { hold } from "./hold.ts";
import { anchorSeals, fileAnchor, type SealAnchor } from "./seal-anchor.ts";
import { listSeals, sealEntries, unsealedSince } from "./seal-entries.ts";
import { type LedgerDatabase, ledgerIn, walletWith } from "./testing/ledger-database.ts";
import { prepareLoad } from "./testing/mixed-load.ts";

/** Its own, since a seal waits for every transaction of its server, whatever database that is in. */
let cluster: Cluster;
let ledger: LedgerDatabase;
let folder: string;
let anchor: SealAnchor;

beforeAll(async () => {
  cluster = await startCluster(migrate);
});
afterAll(() => cluster.stop());
beforeEach(async () => {
  ledger = ledgerIn(await createDatabase(cluster.address));
  folder = await mkdtemp(join(tmpdir(), "covenant-seals-"));
  anchor = fileAnchor(join(folder, "seals.ndjson"));
});
afterEach(async () => {
  await ledger.drop();
  await rm(folder, { recursive: true });
});

async function spend(walletId: MemberId): Promise<void> {
  const holdId = newId("hold");
  await hold(ledger, { walletId, holdId, credits: credits(1), cause: newId("generation"), key: holdId });
  await capture(ledger, { walletId, holdId, reason: "delivered", key: `end ${holdId}` });
}

/** Two wallets of five entries each, in three seals that are written down. */
async function sealedWallets(): Promise<[MemberId, MemberId]> {
  const wallets: [MemberId, MemberId] = [await walletWith(ledger, 10), await walletWith(ledger, 10)];
  for (let round = 0; round < 3; round += 1) {
    if (round > 0) for (const walletId of wallets) await spend(walletId);
    await sealEntries(ledger);
  }
  await anchorSeals(ledger, anchor);
  return wallets;
}

const triggers = (act: "DISABLE" | "ENABLE") =>
  ["entry", "seal", "seal_leaf", "wallet"].map((table) => `ALTER TABLE ledger.${table} ${act} TRIGGER USER`);
const disarm = triggers("DISABLE");

/** Makes the hashes of a wallet those of what its entries say now. */
const rechain = (walletId: string) => `DO $$ DECLARE e record; head bytea := ''; BEGIN
  FOR e IN SELECT * FROM ledger.entry WHERE wallet_id = '${walletId}' ORDER BY version LOOP
    head := ledger.digest(head, e.wallet_id, e.version, e.key, e.fingerprint, e.kind, e.lot_id, e.hold_id, e.from_bucket,
      e.to_bucket, e.credits, e.available_after, e.held_after, e.frozen_after, e.cause, e.reason, e.terms, e.grace_until,
      e.at);
    UPDATE ledger.entry SET hash = head WHERE wallet_id = e.wallet_id AND version = e.version;
  END LOOP; END $$`;

/** Makes every seal what its entries are now, as `ledger.seal` would have. */
const reseal = `DO $$ DECLARE s ledger.seal; last bytea := ''; BEGIN
  UPDATE ledger.seal_leaf l SET hashes = (SELECT string_agg(hash, '' ORDER BY version) FROM ledger.entry e
    WHERE e.wallet_id = l.wallet_id AND e.version >= l.first_version AND e.version < l.first_version + length(l.hashes) / 32);
  FOR s IN SELECT * FROM ledger.seal ORDER BY number LOOP
    s.previous := last;
    s.root := (SELECT ledger.merkle_root(array_agg(ledger.leaf_hash(wallet_id, first_version, hashes)
      ORDER BY wallet_id COLLATE "C", first_version)) FROM ledger.seal_leaf WHERE seal_number = s.number);
    last := sha256(s.previous || convert_to(ROW(s.number, s.from_transaction, s.to_transaction, s.entries,
      encode(s.root, 'hex'), ledger.microseconds(s.sealed_at))::text, 'UTF8'));
    UPDATE ledger.seal SET previous = s.previous, root = s.root, hash = last WHERE number = s.number;
  END LOOP; END $$`;

const rewrite = (walletId: string) =>
  `UPDATE ledger.entry SET reason = 'another' WHERE wallet_id = '${walletId}' AND version = 3`;

it("takes every entry once, and makes no seal of nothing", async () => {
  const walletId = await walletWith(ledger, 10);
  await spend(walletId);
  expect(await sealEntries(ledger)).toMatchObject({ number: 1, entries: 3 });
  expect(await sealEntries(ledger)).toBeNull();
  expect(await unsealedSince(ledger)).toBeNull();
  await spend(walletId);
  expect(await unsealedSince(ledger)).toBeInstanceOf(Date);
  expect(await sealEntries(ledger)).toMatchObject({ number: 2, entries: 2 });
  expect(await auditLedger(ledger, { anchor })).toEqual([]);
});

it("makes one seal, whoever else would at the same time", async () => {
  await walletWith(ledger, 10);
  const seals = await Promise.all(Array.from({ length: 8 }, () => sealEntries(ledger)));
  expect(seals.filter((seal) => seal !== null)).toHaveLength(1);
});

it("leaves what a running transaction wrote, and all after it, to a later seal", async () => {
  const [slow, quick] = [await walletWith(ledger, 10), await walletWith(ledger, 10)];
  await sealEntries(ledger);
  const running = await ledger.pool.connect();
  try {
    await running.query("BEGIN");
    await running.query("SELECT ledger.hold($1, 'hold_slow', 1, 'gen_1', 'slow')", [slow]);
    await spend(quick);
    expect(await sealEntries(ledger)).toBeNull();
    await running.query("COMMIT");
  } finally {
    running.release();
  }
  expect(await sealEntries(ledger)).toMatchObject({ entries: 3 });
});

/** Entries that no seal has; one that was missed stays here for ever. */
async function unsealed(): Promise<number> {
  const [row] = await ledger.query<{ left: number }>(
    "SELECT (SELECT count(*) FROM ledger.entry)::int - (SELECT coalesce(sum(entries), 0) FROM ledger.seal)::int AS left",
    [],
  );
  return row?.left ?? 0;
}

it("misses no entry of sixteen that write while it seals", async () => {
  const load = await prepareLoad(ledger, { wallets: 12, seed: 16 });
  let isWriting = true;
  const sealing = (async () => {
    for (let seals = 0; ; ) {
      if ((await sealEntries(ledger)) !== null) seals += 1;
      else if (!isWriting && (await unsealed()) === 0) return seals;
    }
  })();
  const writers = Array.from({ length: 16 }, async () => {
    for (let step = 0; step < 40; step += 1) await load.step(ledger);
  });
  await Promise.all(writers);
  isWriting = false;
  expect(await sealing).toBeGreaterThan(1);
  expect(await auditLedger(ledger)).toEqual([]);
}, 60_000);

const drills: [string, (walletId: string, other: string) => string[], { check: string; subject: string }[]][] = [
  ["a sealed entry rewritten", (w) => [rewrite(w)], [{ check: "entry-chain", subject: "3" }]],
  [
    "a wallet's whole chain rewritten so that it holds together",
    (w) => [rewrite(w), rechain(w)],
    ["3", "4", "5"].map((subject) => ({ check: "sealed-entry", subject })),
  ],
  [
    "the last entries removed, and the wallet with them",
    (w) => [
      `DELETE FROM ledger.entry WHERE wallet_id = '${w}' AND version > 3`,
      `UPDATE ledger.wallet SET version = 3 WHERE id = '${w}'`,
    ],
    ["4", "5"].map((subject) => ({ check: "sealed-entry", subject })),
  ],
  [
    "an entry put into a time that is sealed",
    (w) => [
      `INSERT INTO ledger.entry SELECT wallet_id, 6, 'forged', fingerprint, kind, lot_id, hold_id, from_bucket, to_bucket,
         credits, available_after, held_after, frozen_after, cause, reason, terms, grace_until, at, transaction_id, hash
       FROM ledger.entry WHERE wallet_id = '${w}' AND version = 5`,
      rechain(w),
    ],
    [{ check: "sealed-entry", subject: "6" }],
  ],
  [
    "two entries that changed places in a chain that holds together",
    (w) => [
      `UPDATE ledger.entry SET version = version + 100 WHERE wallet_id = '${w}' AND version IN (2, 4)`,
      `UPDATE ledger.entry SET version = 106 - version WHERE wallet_id = '${w}' AND version > 100`,
      rechain(w),
    ],
    [{ check: "sealed-entry", subject: "2" }],
  ],
  [
    "the chain and the leaves of its seals rewritten",
    (w) => [
      rewrite(w),
      rechain(w),
      `UPDATE ledger.seal_leaf l SET hashes = (SELECT string_agg(hash, '' ORDER BY version) FROM ledger.entry e
         WHERE e.wallet_id = l.wallet_id AND version >= first_version AND version < first_version + length(hashes) / 32)`,
    ],
    ["2", "3"].map((subject) => ({ check: "seal-chain", subject })),
  ],
  [
    "the chain, the leaves and every seal rewritten",
    (w) => [rewrite(w), rechain(w), reseal],
    ["2", "3"].map((subject) => ({ check: "seal-anchor", subject })),
  ],
  [
    "a seal removed in the middle",
    () => ["DELETE FROM ledger.seal WHERE number = 2"],
    [
      { check: "seal-chain", subject: "2" },
      { check: "seal-chain", subject: "3" },
      { check: "seal-anchor", subject: "2" },
    ],
  ],
  [
    "the last seal removed with its leaves",
    () => ["DELETE FROM ledger.seal_leaf WHERE seal_number = 3", "DELETE FROM ledger.seal WHERE number = 3"],
    [{ check: "seal-anchor", subject: "3" }],
  ],
  [
    "the time of a seal altered",
    () => ["UPDATE ledger.seal SET sealed_at = sealed_at - interval '1 day' WHERE number = 2"],
    [{ check: "seal-chain", subject: "2" }],
  ],
  [
    "a sealed entry said to be of a later transaction, which the next seal would take in again",
    (w) => [
      `UPDATE ledger.entry SET transaction_id = transaction_id + 1000000 WHERE wallet_id = '${w}' AND version = 3`,
    ],
    [{ check: "sealed-entry", subject: "3" }],
  ],
  [
    "a leaf hung to another wallet",
    (w) => [`UPDATE ledger.seal_leaf SET wallet_id = 'mem_other' WHERE wallet_id = '${w}' AND seal_number = 2`],
    [{ check: "seal-chain", subject: "2" }],
  ],
];

it.each(drills)("names %s", async (_, drill, expected) => {
  const [walletId, other] = await sealedWallets();
  expect(await auditLedger(ledger, { anchor })).toEqual([]);
  await ledger.asOwner(...disarm, ...drill(walletId, other));
  const named = (await auditLedger(ledger, { anchor })).map(({ check, subject }) => ({ check, subject }));
  expect(named).toEqual(expect.arrayContaining(expected));
});

it("names a seal that is no longer written down: a line taken out, made unreadable, or all of them", async () => {
  await sealedWallets();
  const path = join(folder, "seals.ndjson");
  const lines = (await readFile(path, "utf8")).trim().split("\n");
  const isMissing = (number: string) => ({
    check: "seal-anchor",
    walletId: null,
    subject: number,
    found: "is not written down",
  });
  await writeFile(path, `${lines[0]}\n${lines[2]}\n`);
  expect(await auditLedger(ledger, { anchor })).toEqual([isMissing("2")]);
  await writeFile(path, `${lines[0]?.replace("hash", "Hash")}\n${lines[1]}\n${lines[2]}\n`);
  expect(await auditLedger(ledger, { anchor })).toEqual([isMissing("1")]);

  // The last may be on its way into the file, unless it has been for long.
  await writeFile(path, "");
  expect(await auditLedger(ledger, { anchor })).toEqual([]);
  await ledger.asOwner(...disarm, "UPDATE ledger.seal SET sealed_at = sealed_at - interval '11 minutes'");
  expect(await auditLedger(ledger, { anchor })).toEqual(expect.arrayContaining(["1", "2", "3"].map(isMissing)));
});

it("does not see in the chain what only the seals can tell", async () => {
  const [walletId] = await sealedWallets();
  await ledger.asOwner(...disarm, rewrite(walletId), rechain(walletId), ...triggers("ENABLE"));
  const checks = (await auditLedger(ledger)).map(({ check }) => check);
  expect(new Set(checks)).toEqual(new Set(["sealed-entry"]));
});

it("writes each seal down once, and again the one that a crash cut off", async () => {
  await sealedWallets();
  expect(await anchorSeals(ledger, anchor)).toBe(0);
  const path = join(folder, "seals.ndjson");
  const lines = (await readFile(path, "utf8")).trim().split("\n");
  expect(lines).toHaveLength(3);

  const torn = join(folder, "torn.ndjson");
  await appendFile(torn, `${lines[0]}\n${lines[1]?.slice(0, 40)}`);
  expect(await anchorSeals(ledger, fileAnchor(torn))).toBe(2);
  expect((await fileAnchor(torn).read()).map((seal) => seal.number)).toEqual([1, 2, 3]);
  expect(await auditLedger(ledger, { anchor: fileAnchor(torn) })).toEqual([]);
});

it("lists seals in their order, each with the hash that was written down", async () => {
  await sealedWallets();
  const seals = await listSeals(ledger, { after: 1, atMost: 5 });
  expect(seals.map(({ number, entries }) => [number, entries])).toEqual([
    [2, 4],
    [3, 4],
  ]);
  expect((await anchor.read()).slice(1)).toEqual(seals.map(({ entries: _, ...rest }) => rest));
});

it("does not seal a restored database that counts its transactions anew, until it counts on", async () => {
  const [walletId] = await sealedWallets();
  // A restore brings entries and seals with the numbers of another server, far ahead of its own.
  await ledger.asOwner(
    ...disarm,
    "UPDATE ledger.entry SET transaction_id = transaction_id + 1000000",
    `UPDATE ledger.seal SET from_transaction = CASE number WHEN 1 THEN 0 ELSE from_transaction + 1000000 END,
       to_transaction = to_transaction + 1000000`,
    reseal,
    ...triggers("ENABLE"),
  );
  await expect(sealEntries(ledger)).rejects.toMatchObject({ code: "LG008" });
  await ledger.asOwner("SELECT ledger.resume_after_restore()");
  await spend(walletId);
  expect(await sealEntries(ledger)).toMatchObject({ number: 4, entries: 2 });
  expect(await auditLedger(ledger)).toEqual([]);
});
