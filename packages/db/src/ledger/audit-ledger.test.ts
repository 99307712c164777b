import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { credits, type LotId, type MemberId, newId } from "@covenant/domain";
import { afterEach, beforeEach, expect, it } from "vitest";
import { auditChecks } from "./audit-checks.ts";
import { type AuditCheck, auditLedger } from "./audit-ledger.ts";
import { capture } from "./capture.ts";
import { grant } from "./grant.ts";
import { hold } from "./hold.ts";
import { payBack } from "./pay-back.ts";
import { reviewHold } from "./review-hold.ts";
import { freshLedger, type LedgerDatabase, walletWith } from "./testing/ledger-database.ts";
import { paidOrder } from "./testing/paid-order.ts";

let ledger: LedgerDatabase;
let walletId: MemberId;
let lotId: LotId;

/** A wallet with a pack, a part captured and some of it paid back, and an open hold under review; and another's wallet. */
beforeEach(async () => {
  ledger = await freshLedger();
  walletId = await walletWith(ledger, 0);
  lotId = newId("lot");
  const order = { id: newId("order"), paid: { amountMinor: 500, currency: "USD" as const } };
  const expiresAt = new Date("2040-01-01");
  const pack = { walletId, lotId, credits: credits(50), source: "pack" as const, order, expiresAt };
  await paidOrder(ledger, { ...order, memberId: walletId, credits: 50 });
  await grant(ledger, { ...pack, cause: order.id, reason: 'the "first" order — \t paid', key: "order" });
  const holdId = newId("hold");
  await hold(ledger, { walletId, holdId, credits: credits(20), cause: "gen_1", key: "hold 1" });
  await capture(ledger, { walletId, holdId, credits: credits(15), key: "capture" });
  await payBack(ledger, { walletId, holdId, credits: credits(2), reason: "fault", key: "pay back" });
  const second = await hold(ledger, {
    ...{ walletId, cause: "gen_2", key: "hold 2" },
    holdId: newId("hold"),
    credits: credits(5),
  });
  await reviewHold(ledger, { walletId, holdId: second.holdId, until: new Date("2039-01-01"), key: "review" });
  await walletWith(ledger, 7);
});
afterEach(() => ledger.drop());

const disarm = [
  ...["entry", "lot", "hold"].map((table) => `ALTER TABLE ledger.${table} DISABLE TRIGGER USER`),
  "ALTER TABLE ledger.lot DROP CONSTRAINT lot_conserves_credits",
];

/** What somebody with the owner's rights could do to the wallet above, and the checks that name it. */
const corruptions: [string, (wallet: string, lot: string) => string, AuditCheck[]][] = [
  [
    "a reason rewritten",
    (w) => `UPDATE ledger.entry SET reason = 'other' WHERE wallet_id = '${w}' AND version = 3`,
    ["entry-chain"],
  ],
  [
    "a date moved by a microsecond",
    (w) => `UPDATE ledger.entry SET at = at + interval '1 microsecond' WHERE wallet_id = '${w}' AND version = 2`,
    ["entry-chain", "hold-story"],
  ],
  [
    "credits given to a wallet",
    (w) => `UPDATE ledger.wallet SET available = available + 100 WHERE id = '${w}'`,
    ["wallet-balance"],
  ],
  [
    "credits given to a wallet and to its lot",
    (w) =>
      `WITH l AS (UPDATE ledger.lot SET granted = granted + 9, available = available + 9 WHERE wallet_id = '${w}') UPDATE ledger.wallet SET available = available + 9 WHERE id = '${w}'`,
    ["wallet-balance", "lot-balance"],
  ],
  [
    "a wallet closed without a forfeiture",
    (w) => `UPDATE ledger.wallet SET closed_at = now() WHERE id = '${w}'`,
    ["wallet-closed"],
  ],
  [
    "credits moved from spent to available within a lot",
    (_, l) => `UPDATE ledger.lot SET spent = spent - 1, available = available + 1 WHERE id = '${l}'`,
    ["lot-balance"],
  ],
  [
    "the last entry deleted",
    (w) => `DELETE FROM ledger.entry WHERE wallet_id = '${w}' AND version = 7`,
    ["wallet-version", "hold-story"],
  ],
  [
    "an entry deleted in the middle",
    (w) => `DELETE FROM ledger.entry WHERE wallet_id = '${w}' AND version = 4`,
    ["entry-gap", "entry-balance", "entry-chain", "operation-end"],
  ],
  [
    "two entries that changed places",
    (w) =>
      `UPDATE ledger.entry SET version = CASE version WHEN 5 THEN 105 ELSE 106 END WHERE wallet_id = '${w}' AND version IN (5, 6); UPDATE ledger.entry SET version = 111 - version WHERE wallet_id = '${w}' AND version > 100`,
    ["entry-chain", "entry-balance"],
  ],
  [
    "a balance rewritten",
    (w) => `UPDATE ledger.entry SET available_after = 31 WHERE wallet_id = '${w}' AND version = 2`,
    ["entry-balance", "entry-chain"],
  ],
  [
    "a link that leads elsewhere",
    (w) => `UPDATE ledger.entry SET hash = sha256('elsewhere') WHERE wallet_id = '${w}' AND version = 3`,
    ["entry-chain"],
  ],
  [
    "an entry written past the verbs, without a link",
    (w) =>
      `INSERT INTO ledger.entry SELECT wallet_id, 8, 'forged', fingerprint, kind, lot_id, hold_id, from_bucket, to_bucket, credits, available_after, held_after, frozen_after, cause, reason, terms, grace_until, at, transaction_id, hash FROM ledger.entry WHERE wallet_id = '${w}' AND version = 7`,
    ["entry-chain", "wallet-version"],
  ],
  [
    "an amount rewritten",
    (w) => `UPDATE ledger.entry SET credits = 14 WHERE wallet_id = '${w}' AND version = 3`,
    ["entry-balance", "lot-balance", "hold-amounts", "wallet-balance"],
  ],
  [
    "spent credits that were reclaimed",
    (w) => `UPDATE ledger.entry SET kind = 'reclaim', to_bucket = 'reclaimed' WHERE wallet_id = '${w}' AND version = 3`,
    ["entry-move", "entry-chain", "lot-balance"],
  ],
  ["a price lowered", (_, l) => `UPDATE ledger.lot SET paid_minor = 1 WHERE id = '${l}'`, ["lot-terms"]],
  ["an expiry put off", (_, l) => `UPDATE ledger.lot SET expires_at = 'infinity' WHERE id = '${l}'`, ["lot-terms"]],
  [
    "a grace nobody gave",
    (_, l) => `UPDATE ledger.lot SET grace_until = '2050-01-01', due_at = '2050-01-01' WHERE id = '${l}'`,
    ["lot-terms"],
  ],
  ["a dispute forgotten", (_, l) => `UPDATE ledger.lot SET dispute = 'lost' WHERE id = '${l}'`, ["lot-dispute"]],
  [
    "a lot without a grant",
    (w) =>
      `INSERT INTO ledger.lot (id, wallet_id, source, granted_version, granted_at, expires_at, due_at, granted, available, held, frozen, spent, expired, reclaimed, forfeited, charged_back, adjusted, is_open) VALUES ('lot_forged', '${w}', 'goodwill', 1, now(), 'infinity', 'infinity', 5, 5, 0, 0, 0, 0, 0, 0, 0, 0, true)`,
    ["lot-balance", "lot-terms"],
  ],
  ["a lot that vanished", (_, l) => `DELETE FROM ledger.lot WHERE id = '${l}'`, ["lot-balance"]],
  [
    "a captured hold opened again",
    (w) =>
      `UPDATE ledger.hold SET state = 'open', captured = 0, released = 0, paid_back = 0, resolved_at = NULL WHERE wallet_id = '${w}' AND state = 'captured'`,
    ["hold-amounts", "hold-story", "open-holds"],
  ],
  [
    "a pay-back forgotten",
    (w) => `UPDATE ledger.hold SET paid_back = 0 WHERE wallet_id = '${w}' AND state = 'captured'`,
    ["hold-amounts"],
  ],
  [
    "a hold given another cause",
    (w) => `UPDATE ledger.hold SET cause = 'gen_other' WHERE wallet_id = '${w}'`,
    ["hold-story"],
  ],
  [
    "a hold that vanished",
    (w) => `DELETE FROM ledger.hold WHERE wallet_id = '${w}' AND state = 'open'`,
    ["hold-amounts", "open-holds"],
  ],
  [
    "a key forgotten",
    (w) => `UPDATE ledger.entry SET fingerprint = NULL WHERE wallet_id = '${w}' AND key = 'pay back'`,
    ["operation-end", "entry-chain"],
  ],
  [
    "a key given to two operations",
    (w) => `UPDATE ledger.entry SET key = 'hold 1', fingerprint = NULL WHERE wallet_id = '${w}' AND key = 'pay back'`,
    ["operation-end", "entry-chain"],
  ],
  [
    "an entry hung on another's lot",
    (w) =>
      `UPDATE ledger.entry SET lot_id = (SELECT id FROM ledger.lot WHERE wallet_id <> '${w}') WHERE wallet_id = '${w}' AND version = 6`,
    ["other-wallet", "lot-balance", "entry-chain"],
  ],
  [
    "an expiry hidden from the wallet",
    (w) => `UPDATE ledger.wallet SET next_due_at = 'infinity' WHERE id = '${w}'`,
    ["lot-overlooked"],
  ],
  [
    "a lot put before its turn",
    (w, l) =>
      `INSERT INTO ledger.lot SELECT 'lot_late', wallet_id, source, order_id, paid_minor, paid_currency, granted_version + 1, granted_at, 'infinity', NULL, 'infinity', NULL, 5, 5, 0, 0, 0, 0, 0, 0, 0, 0, true FROM ledger.lot WHERE id = '${l}'; UPDATE ledger.wallet SET burning_lot_id = 'lot_late' WHERE id = '${w}'`,
    ["burning-lot", "lot-once"],
  ],
  [
    "an order deleted that brought credits",
    () =>
      "RESET ROLE; ALTER TABLE credit_order DISABLE TRIGGER USER; DELETE FROM credit_order; ALTER TABLE credit_order ENABLE TRIGGER USER",
    ["lot-order"],
  ],
  [
    "an order made larger after it was paid",
    () =>
      "RESET ROLE; ALTER TABLE credit_order DISABLE TRIGGER USER; UPDATE credit_order SET credits = 500; ALTER TABLE credit_order ENABLE TRIGGER USER",
    ["lot-order"],
  ],
  ["a lot hidden from holds", (_, l) => `UPDATE ledger.lot SET is_open = false WHERE id = '${l}'`, ["lot-overlooked"]],
];

it("finds nothing in a ledger that only its verbs have touched", async () => {
  expect(await auditLedger(ledger)).toEqual([]);
});

it.each(corruptions)("names %s", async (_, corrupt, checks) => {
  await ledger.asOwner(...disarm, corrupt(walletId, lotId));
  const findings = await auditLedger(ledger);
  expect(findings.filter((finding) => finding.walletId === walletId).map((finding) => finding.check)).toEqual(
    expect.arrayContaining(checks),
  );
});

it("has a corruption to show for every check but those of seals", () => {
  const shown = new Set(corruptions.flatMap(([, , checks]) => checks));
  expect([...shown].sort()).toEqual(
    [...Object.keys(auditChecks).filter((check) => check !== "sealed-entry"), "entry-chain"].sort(),
  );
});

/** As the first migration wrote it, when it did not look at orders. */
function earlierRequireOrder(): string {
  const first = new URL("../../prisma/migrations/20261121000200_ledger/migration.sql", import.meta.url);
  return readFileSync(first, "utf8").match(/ledger\.require_order\(\).*?AS \$\$(.*?)\$\$/s)?.[1] ?? "";
}

/** What somebody could do to the guards and leave so, with the rows as they are. */
const disarmings: [string, string, string][] = [
  ["a trigger switched off", "ALTER TABLE ledger.hold DISABLE TRIGGER hold_ends_once", "hold.hold_ends_once"],
  ["a trigger dropped", "DROP TRIGGER added_to_only ON ledger.entry", "entry.added_to_only"],
  ["a trigger dropped that refuses all at once", "DROP TRIGGER never_truncated ON ledger.seal", "seal.never_truncated"],
  ["a right too many", "GRANT UPDATE ON ledger.wallet TO covenant_app", "wallet"],
  ["orders that may be deleted", "RESET ROLE; GRANT DELETE ON credit_order TO covenant_app", "credit_order"],
  [
    "paid orders that may be rewritten",
    "RESET ROLE; DROP TRIGGER paid_order_stands ON credit_order",
    "credit_order.paid_order_stands",
  ],
  [
    "a guard put back to what it was once",
    `CREATE OR REPLACE FUNCTION ledger.require_order() RETURNS trigger LANGUAGE plpgsql AS $$${earlierRequireOrder()}$$`,
    "require_order()",
  ],
  [
    "a verb that does something else",
    "CREATE OR REPLACE FUNCTION ledger.move(INOUT w ledger.wallet, e ledger.entry) LANGUAGE plpgsql AS $$ BEGIN END $$",
    "move()",
  ],
];

it.each(disarmings)("names %s", async (_, disarming, subject) => {
  await ledger.asOwner(disarming);
  expect(await auditLedger(ledger)).toMatchObject([{ check: "guard", walletId: null, subject }]);
});

it("tells the shell: 0 for a clean ledger, 1 and the finding for a wrong one, 2 without an address", async () => {
  expect(await runCommand({ DATABASE_URL: ledger.urls.url })).toMatchObject({ exitCode: 0 });
  await ledger.asOwner(`UPDATE ledger.wallet SET available = 1 WHERE id = '${walletId}'`);
  const wrong = await runCommand({ DATABASE_URL: ledger.urls.url });
  expect(wrong.exitCode).toBe(1);
  expect(wrong.output).toContain(`wallet-balance  ${walletId}`);
  expect(await runCommand({})).toMatchObject({ exitCode: 2 });
});

async function runCommand(environment: Record<string, string>) {
  const command = fileURLToPath(new URL("../../bin/ledger-audit.ts", import.meta.url));
  const { DATABASE_URL: _, DATA_DIRECTORY: __, ...inherited } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", command], { env: { ...inherited, ...environment } });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  const [exitCode] = await once(child, "close");
  return { exitCode, output };
}
