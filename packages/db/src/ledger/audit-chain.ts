import { createHash } from "node:crypto";
import type { SqlRunner } from "../sql-runner.ts";

/** An entry as the chain sees it: the text that was hashed, and the hash that the journal has for it, in hexadecimal. */
export type ChainedEntry = {
  wallet_id: string;
  version: string;
  transaction_id: string;
  said: string;
  hash: string;
};

const rowsAPage = 10_000;

const microseconds = (column: string) => `(extract(epoch FROM ${column}) * 1000000)::bigint`;

/** The text is PostgreSQL's own spelling of a row, in which every value is quoted so that no two entries read alike. */
const pageQuery = `
  SELECT wallet_id, version::text, transaction_id::text, encode(hash, 'hex') AS hash,
    ROW(wallet_id, version, key, encode(fingerprint, 'hex'), kind, lot_id, hold_id, from_bucket, to_bucket, credits,
      available_after, held_after, frozen_after, cause, reason, terms, ${microseconds("grace_until")},
      ${microseconds("at")})::text AS said
  FROM ledger.entry
  WHERE (wallet_id, entry.version) > ($1::text, $2::bigint)
  ORDER BY wallet_id, entry.version LIMIT $3::bigint`;

/** The whole journal, wallet by wallet in the order of its versions, a page at a time. */
export async function* journalPages(sql: SqlRunner): AsyncGenerator<ChainedEntry[]> {
  let last: Pick<ChainedEntry, "wallet_id" | "version"> = { wallet_id: "", version: "0" };
  for (;;) {
    const page = await sql.query<ChainedEntry>(pageQuery, [last.wallet_id, last.version, String(rowsAPage)]);
    yield page;
    if (page.length < rowsAPage) return;
    last = page.at(-1) ?? last;
  }
}

/** Says of each entry, given in the order of the journal, whether its hash is that of what it says and of the one before. */
export function chainReader(): (entry: ChainedEntry) => boolean {
  let previous = { wallet_id: "", hash: "" };
  return (entry) => {
    const head = entry.wallet_id === previous.wallet_id ? previous.hash : "";
    previous = entry;
    return hashOf(entry.said, head) === entry.hash;
  };
}

/** Recomputed here, outside the database, as `ledger.digest` makes it there. */
function hashOf(said: string, head: string): string {
  return createHash("sha256").update(Buffer.from(head, "hex")).update(said).digest("hex");
}
