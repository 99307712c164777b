import type { Bucket, EntryDetail, EntryKind, HoldId, MemberId, Page } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { isoInstant } from "./instant.ts";

// Amounts come as double precision, which every driver reads as a number; none is above 2^53 - 1, so none is rounded.

/** What {@link EntryDetail} says, of `ledger.entry` and, where there is one, its `ledger.lot`. */
export const entryColumns = `entry.wallet_id AS "memberId", entry.version::float8 AS version, entry.kind, entry.from_bucket AS "from",
    entry.to_bucket AS "to", entry.credits::float8 AS credits, entry.available_after::float8 AS "availableAfter",
    entry.held_after::float8 AS "heldAfter", entry.frozen_after::float8 AS "frozenAfter", entry.cause, entry.reason,
    ${isoInstant("entry.at")} AS at, entry.lot_id AS "lotId", lot.order_id AS "orderId", entry.hold_id AS "holdId",
    entry.key, encode(entry.hash, 'hex') AS hash`;

const selectEntries = `
  SELECT ${entryColumns} FROM ledger.entry LEFT JOIN ledger.lot ON lot.id = entry.lot_id`;

export type EntryQuestion = {
  walletId: MemberId;
  /** Versions above the first and up to the second. Absent: all. */
  range?: VersionRange | undefined;
  kind?: EntryKind | undefined;
  /** Entries that move credits into it or out of it. */
  bucket?: Bucket | undefined;
  /** Entries about these lots. */
  lotIds?: readonly string[] | undefined;
  /** And, beside those about these lots, what this caused. */
  orCause?: string | undefined;
  /** `next` of the page before. */
  after?: string | undefined;
  /** Rows a page, at most. */
  limit: number;
};

/** Versions of a wallet's entries: above `before`, up to and including `last`. Equal where there are none. */
export type VersionRange = { before: number; last: number };

const newestFirst = `${selectEntries}
  WHERE entry.wallet_id = $1::text AND entry.version > $2::bigint AND entry.version <= $3::bigint
    AND ($4::text IS NULL OR entry.kind = $4::text)
    AND ($5::text IS NULL OR $5::text IN (entry.from_bucket, entry.to_bucket))
    AND ($6::text[] IS NULL OR entry.lot_id = ANY($6::text[]) OR entry.cause = $7::text)
  ORDER BY entry.version DESC LIMIT $8::bigint`;

/** A wallet's entries, newest first, a page at a time. Entries added meanwhile do not move the pages that follow. */
export async function listEntryDetails(sql: SqlRunner, question: EntryQuestion): Promise<Page<EntryDetail>> {
  const { walletId, range, kind = null, bucket = null, lotIds, orCause = null, after, limit } = question;
  const last = Math.min(range?.last ?? Number.MAX_SAFE_INTEGER, Number(after ?? Number.MAX_SAFE_INTEGER) - 1);
  const found = await sql.query<EntryDetail>(newestFirst, [
    walletId,
    String(range?.before ?? 0),
    String(last),
    kind,
    bucket,
    lotIds === undefined ? null : [...lotIds],
    orCause,
    String(limit + 1),
  ]);
  const rows = found.slice(0, limit);
  return { rows, next: found.length > limit ? String(rows.at(-1)?.version) : null };
}

const oldestFirst = `${selectEntries}
  WHERE entry.wallet_id = $1::text AND entry.version > $2::bigint AND entry.version <= $3::bigint
  ORDER BY entry.version LIMIT $4::bigint`;

const rowsAPage = 1000;

/** A range of a wallet's entries, oldest first, a page at a time: for files, which are read from the top. */
export async function* entryPages(
  sql: SqlRunner,
  { walletId, range }: { walletId: MemberId; range: VersionRange },
): AsyncGenerator<EntryDetail[]> {
  let { before } = range;
  while (before < range.last) {
    const page = await sql.query<EntryDetail>(oldestFirst, [
      walletId,
      String(before),
      String(range.last),
      String(rowsAPage),
    ]);
    const last = page.at(-1);
    if (last === undefined) throw new Error(`wallet ${walletId} has no entry ${before + 1}`);
    yield page;
    before = last.version;
  }
}

/** Every entry that a generation, an order or a decision caused, oldest first; of one hold alone where it is named. */
export async function listEntriesOfCause(sql: SqlRunner, cause: string, holdId?: HoldId): Promise<EntryDetail[]> {
  return sql.query<EntryDetail>(
    `${selectEntries} WHERE entry.cause = $1::text AND ($2::text IS NULL OR entry.hold_id = $2::text)
     ORDER BY entry.wallet_id, entry.version`,
    [cause, holdId ?? null],
  );
}
