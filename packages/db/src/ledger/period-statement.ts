import {
  type Bucket,
  changesOf,
  type LotDetail,
  type MemberId,
  Refusal,
  type StatementTotal,
  type StatementView,
  type WalletView,
} from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import type { VersionRange } from "./entry-details.ts";
import { isoInstant } from "./instant.ts";
import { listLotsAt } from "./lot-details.ts";

export type StatementPeriod = {
  walletId: MemberId;
  /** `2026-11` */
  month: string;
  /** The IANA zone whose calendar it is. */
  zone: string;
};

/** Since when there is something to state, and the ledger's own time. */
export type WalletLife = { openedAt: Date; now: Date };

/** @throws Refusal "thing/not-found" without such a wallet. */
export async function getWalletLife(sql: SqlRunner, walletId: MemberId): Promise<WalletLife> {
  const [row] = await sql.query<{ opened: string; now: string }>(
    `SELECT ${isoInstant("opened_at")} AS opened, ${isoInstant("ledger.clock()")} AS now
     FROM ledger.wallet WHERE id = $1::text`,
    [walletId],
  );
  if (row === undefined) throw new Refusal("thing/not-found", { thing: "wallet" });
  return { openedAt: new Date(row.opened), now: new Date(row.now) };
}

/**
 * What a wallet had at the beginning of a month, what moved in it, and what was there at its end. The range is fixed
 * first and entries never change, so the parts agree although they are read one after the other.
 * @throws Error when they do not add up: then the journal is damaged, and nothing is stated.
 */
export async function getStatement(sql: SqlRunner, period: StatementPeriod): Promise<StatementView> {
  const { month, zone, walletId } = period;
  const { from, until, isOver, now, ...range } = await getPeriod(sql, period);
  const [opening, closing] = await Promise.all([
    balanceAt(sql, walletId, range.before),
    balanceAt(sql, walletId, range.last),
  ]);
  const totals = await totalsOf(sql, walletId, range);
  const statement: StatementView = {
    ...{ month, zone, from, until, isOver, asOf: isOver ? until : now },
    opening: opening.balance,
    closing: closing.balance,
    totals,
    entries: totals.reduce((sum, total) => sum + total.entries, 0),
    versions: range.last > range.before ? { first: range.before + 1, last: range.last } : null,
    head: closing.hash,
    lots: await listLotsAt(sql, { walletId, range }),
  };
  const problem = additionProblem(statement);
  if (problem !== null) throw new Error(`statement ${month} of ${walletId}: ${problem}`);
  return statement;
}

/** Which versions a month has, with its first instant and the one after its last, and the ledger's own time. */
export type Period = VersionRange & { from: string; until: string; isOver: boolean; now: string };

/**
 * The last version before an instant, found in 48 steps of halving size whatever the length of the history. Each step
 * asks for an entry of a fixed number, so that the answer stays when entries are added; and because a later instant never
 * gives a smaller one, every entry is in one month exactly, even where the database's clock was once set back.
 */
const lastVersionBefore = (instant: string) => `(
  WITH RECURSIVE leap (power, reached) AS (
    SELECT 47, 0::bigint
    UNION ALL
    SELECT power - 1, reached + CASE WHEN EXISTS (SELECT FROM ledger.entry WHERE entry.wallet_id = $1::text
        AND entry.version = reached + (1::bigint << power) AND entry.at < ${instant}) THEN 1::bigint << power ELSE 0 END
    FROM leap WHERE power >= 0)
  SELECT reached FROM leap WHERE power = -1)`;

const periodQuery = `
  WITH month AS (
    SELECT ($2::text || '-01')::timestamp AT TIME ZONE $3::text AS first,
      (($2::text || '-01')::timestamp + interval '1 month') AT TIME ZONE $3::text AS next)
  SELECT ${isoInstant("first")} AS "from", ${isoInstant("next")} AS until, next <= clock.now AS "isOver", ${isoInstant("clock.now")} AS now,
    ${lastVersionBefore("first")}::float8 AS before, ${lastVersionBefore("next")}::float8 AS last
  FROM month, (SELECT ledger.clock() AS now) AS clock`;

/** A calendar month of a zone, in instants and in versions of a wallet. */
export async function getPeriod(sql: SqlRunner, { walletId, month, zone }: StatementPeriod): Promise<Period> {
  const [row] = await sql.query<Period>(periodQuery, [walletId, month, zone]);
  if (row === undefined) throw new Error(`no period ${month}`);
  return row;
}

type BalanceRow = WalletView & { hash: string };

async function balanceAt(sql: SqlRunner, walletId: MemberId, version: number) {
  if (version === 0) return { balance: { available: 0, held: 0, frozen: 0 }, hash: null };
  const [row] = await sql.query<BalanceRow>(
    `SELECT available_after::float8 AS available, held_after::float8 AS held, frozen_after::float8 AS frozen,
       encode(hash, 'hex') AS hash
     FROM ledger.entry WHERE wallet_id = $1::text AND version = $2::bigint`,
    [walletId, String(version)],
  );
  if (row === undefined) throw new Error(`wallet ${walletId} has no entry ${version}`);
  const { hash, ...balance } = row;
  return { balance, hash };
}

async function totalsOf(sql: SqlRunner, walletId: MemberId, range: VersionRange): Promise<StatementTotal[]> {
  return sql.query<StatementTotal>(
    `SELECT kind, from_bucket AS "from", to_bucket AS "to", count(*)::float8 AS entries, sum(credits)::float8 AS credits
     FROM ledger.entry WHERE wallet_id = $1::text AND version > $2::bigint AND version <= $3::bigint
     GROUP BY kind, from_bucket, to_bucket ORDER BY min(version)`,
    [walletId, String(range.before), String(range.last)],
  );
}

const ownBuckets = ["available", "held", "frozen"] as const satisfies readonly Bucket[];

type Sums = Pick<StatementView, "opening" | "closing" | "totals" | "entries" | "versions"> & {
  lots: readonly Pick<LotDetail, (typeof ownBuckets)[number]>[];
};

/**
 * Why a statement does not add up, or null. Balances come from single entries, totals from all of them and lots from
 * their own rows, so an agreement of the three is no accident.
 */
export function additionProblem({ opening, closing, totals, entries, versions, lots }: Sums): string | null {
  for (const bucket of ownBuckets) {
    const sum = totals.reduce((total, move) => total + changesOf(move)[bucket], opening[bucket]);
    if (sum !== closing[bucket]) return `${bucket} begins and moves to ${sum} and ends as ${closing[bucket]}`;
    const inLots = lots.reduce((total, lot) => total + lot[bucket], 0);
    if (inLots !== closing[bucket]) return `${bucket} is ${closing[bucket]} and the lots have ${inLots}`;
  }
  const spanned = versions === null ? 0 : versions.last - versions.first + 1;
  return spanned === entries ? null : `${entries} entries in ${spanned} versions`;
}
