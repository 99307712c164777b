import { credits, type HoldId, type LotId, type MemberId } from "@covenant/domain";
import { afterEach, beforeEach, expect, it } from "vitest";
import { grant } from "./grant.ts";
import { openWallet } from "./open-wallet.ts";
import { reviewHold } from "./review-hold.ts";
import { freshLedger, type LedgerDatabase } from "./testing/ledger-database.ts";

/** Two ledgers with the same ids and the same stopped clock. One has only the short ways, the other only the long ones. */
let short: LedgerDatabase;
let long: LedgerDatabase;

const walletId = "mem_1" as MemberId;
const holdId = "hld_1" as HoldId;
const noon = new Date("2030-01-01T12:00:00Z");

const noLongWay = (declaration: string) =>
  `CREATE OR REPLACE FUNCTION ledger.${declaration} RETURNS ledger.receipt LANGUAGE plpgsql AS
   'BEGIN RAISE EXCEPTION ''the long way''; END'`;

beforeEach(async () => {
  [short, long] = await Promise.all([freshLedger(), freshLedger()]);
  await Promise.all([short, long].map(prepare));
  await short.asOwner(
    noLongWay(
      "hold_from_lots(_wallet_id text, _hold_id text, _credits bigint, _cause text, _key text, _fingerprint bytea)",
    ),
    noLongWay(
      "capture_part(_wallet_id text, _hold_id text, _credits bigint, _reason text, _grace_until timestamptz, _key text, _fingerprint bytea)",
    ),
  );
});
afterEach(() => Promise.all([short.drop(), long.drop()]));

async function prepare(ledger: LedgerDatabase): Promise<void> {
  await ledger.setClock(noon);
  await openWallet(ledger, walletId);
  for (const [lotId, days] of [
    ["lot_1", 1],
    ["lot_2", 2],
  ] as const) {
    const expiresAt = new Date(noon.getTime() + days * 86_400_000);
    const lot = { walletId, lotId: lotId as LotId, credits: credits(10), source: "bonus" as const, expiresAt };
    await grant(ledger, { ...lot, key: lotId });
  }
}

type Asked = { credits: number | null; reason?: string; grace?: string; reviewed?: true };

const requests: [string, number, Asked | null][] = [
  ["a hold of a part of the lot that is due first", 4, null],
  ["a hold of all of it", 10, null],
  ["a capture of all, unsaid", 4, { credits: null }],
  ["a capture of all, said", 4, { credits: 4, reason: "delivered" }],
  ["a capture that leaves nothing of the lot", 10, { credits: null }],
  ["a capture with a grace that nothing comes back for", 4, { credits: null, grace: "2031-01-01T00:00:00Z" }],
  ["a capture that ends a review", 4, { credits: null, reviewed: true }],
];

it.each(requests)("writes the same the short way and the long way: %s", async (_, amount, capture) => {
  const hold = [walletId, holdId, amount, "gen_1", "hold"];
  await ask(short, "SELECT ledger.hold($1, $2, $3, $4, $5)", hold);
  const fingerprint = "ledger.fingerprint(ROW('hold', $3::bigint, $4::text)::text)";
  await ask(long, `SELECT ledger.hold_from_lots($1, $2, $3, $4, $5, ${fingerprint})`, hold);
  if (capture !== null) await captureBoth(capture);
  expect(await everything(short)).toEqual(await everything(long));
});

async function captureBoth({ credits: amount, reason, grace, reviewed }: Asked) {
  if (reviewed === true) {
    const review = { walletId, holdId, until: new Date("2030-01-04"), key: "review" };
    await Promise.all([reviewHold(short, review), reviewHold(long, review)]);
  }
  const asked = [walletId, holdId, amount, reason ?? null, grace ?? null, "capture"];
  await ask(short, "SELECT ledger.capture($1, $2, $3, $4, $5, $6)", asked);
  const fingerprint =
    "ledger.fingerprint(ROW('capture', $2::text, $3::bigint, $4::text, ledger.microseconds($5))::text)";
  await ask(long, `SELECT ledger.capture_part($1, $2, $3, $4, $5, $6, ${fingerprint})`, asked);
}

/** As the owner, who may call what the verbs are made of. */
async function ask(ledger: LedgerDatabase, text: string, values: unknown[]): Promise<void> {
  const literals = values.map((value) => (value === null ? "NULL" : `'${value}'`));
  await ledger.asOwner(text.replace(/\$(\d)/g, (_, at) => literals[Number(at) - 1] ?? ""));
}

/** Every row of every table, but for what differs by nature: the transaction, and what is only a hint. */
async function everything(ledger: LedgerDatabase): Promise<unknown[]> {
  return ledger.query(
    `SELECT to_jsonb(entry) - 'transaction_id' AS row FROM ledger.entry
     UNION ALL SELECT to_jsonb(lot) FROM ledger.lot UNION ALL SELECT to_jsonb(hold) FROM ledger.hold
     UNION ALL SELECT to_jsonb(wallet) - 'burning_lot_id' FROM ledger.wallet ORDER BY 1`,
    [],
  );
}
