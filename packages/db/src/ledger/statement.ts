import type { Bucket, EntryView, MemberId, Page } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { isoInstant } from "./instant.ts";
import { creditsOf } from "./receipt.ts";

type EntryRow = {
  version: string;
  kind: string;
  from_bucket: Bucket;
  to_bucket: Bucket;
  credits: string;
  available_after: string;
  held_after: string;
  cause: string | null;
  reason: string | null;
  at: string;
};

const selectEntries = `
  SELECT version::text, kind, from_bucket, to_bucket, credits::text, available_after::text, held_after::text,
    cause, reason, ${isoInstant("at")} AS at
  FROM ledger.entry`;

export type StatementQuestion = {
  walletId: MemberId;
  /** `next` of the page before; absent for the newest entries. */
  after?: string;
  /** Rows a page, at most. */
  limit: number;
};

/**
 * A wallet's entries that moved credits, newest first, a page at a time. Entries added meanwhile do not move the pages
 * that follow.
 */
export async function listEntries(sql: SqlRunner, question: StatementQuestion): Promise<Page<EntryView>> {
  const { walletId, after = null, limit } = question;
  const rows = await sql.query<EntryRow>(
    `${selectEntries} WHERE wallet_id = $1::text AND entry.credits > 0 AND ($2::bigint IS NULL OR entry.version < $2::bigint)
     ORDER BY entry.version DESC LIMIT $3::bigint`,
    [walletId, after, String(limit + 1)],
  );
  const page = rows.slice(0, limit);
  return { rows: page.map(viewOf), next: rows.length > limit ? (page.at(-1)?.version ?? null) : null };
}

/** What a generation, an order or a decision moved, oldest first, and that a hold was put under review, which moves nothing. */
export async function entriesOf(sql: SqlRunner, cause: string): Promise<EntryView[]> {
  const rows = await sql.query<EntryRow>(
    `${selectEntries} WHERE cause = $1::text AND (entry.credits > 0 OR kind = 'review') ORDER BY wallet_id, entry.version`,
    [cause],
  );
  return rows.map(viewOf);
}

function viewOf(row: EntryRow): EntryView {
  return {
    version: Number(row.version),
    kind: row.kind,
    from: row.from_bucket,
    to: row.to_bucket,
    credits: creditsOf(row.credits),
    availableAfter: creditsOf(row.available_after),
    heldAfter: creditsOf(row.held_after),
    cause: row.cause,
    reason: row.reason,
    at: row.at,
  };
}
