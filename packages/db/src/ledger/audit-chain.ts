import { createHash } from "node:crypto";
import type { SqlRunner } from "../sql-runner.ts";

/** Everything the hash covers, numbers and instants already as the text they are hashed in. */
type ChainedEntry = {
  wallet_id: string;
  version: string;
  key: string | null;
  kind: string;
  lot_id: string;
  hold_id: string | null;
  from_bucket: string;
  to_bucket: string;
  credits: string;
  available_after: string;
  held_after: string;
  frozen_after: string;
  cause: string | null;
  reason: string | null;
  terms: string | null;
  grace_until: string | null;
  at: string;
  hash: string;
};

const rowsAPage = 5_000;

const microseconds = (column: string) => `(extract(epoch FROM entry.${column}) * 1000000)::bigint::text AS ${column}`;

const pageQuery = `
  SELECT wallet_id, version::text, key, kind, lot_id, hold_id, from_bucket, to_bucket, credits::text,
    available_after::text, held_after::text, frozen_after::text, cause, reason, terms::text,
    ${microseconds("grace_until")}, ${microseconds("at")}, encode(hash, 'hex') AS hash
  FROM ledger.entry
  WHERE (entry.wallet_id, entry.version) > ($1::text, $2::bigint)
  ORDER BY entry.wallet_id, entry.version LIMIT $3::bigint`;

/** Recomputes every hash of the journal here, outside the database, and yields the entries whose hash is another. */
export async function* brokenLinks(sql: SqlRunner): AsyncGenerator<{ walletId: string; version: string }> {
  let previous = { wallet_id: "", version: "0", hash: "" };
  for (;;) {
    const page = await sql.query<ChainedEntry>(pageQuery, [previous.wallet_id, previous.version, String(rowsAPage)]);
    for (const entry of page) {
      const head = entry.wallet_id === previous.wallet_id ? previous.hash : "";
      if (hashOf(entry, head) !== entry.hash) yield { walletId: entry.wallet_id, version: entry.version };
      previous = entry;
    }
    if (page.length < rowsAPage) return;
  }
}

/** The same bytes as `ledger.digest`: the hash before, then what the entry says as a JSON array spelled as PostgreSQL does. */
function hashOf(entry: ChainedEntry, head: string): string {
  const said = [
    quoted(entry.wallet_id),
    entry.version,
    quoted(entry.key),
    quoted(entry.kind),
    quoted(entry.lot_id),
    quoted(entry.hold_id),
    quoted(entry.from_bucket),
    quoted(entry.to_bucket),
    entry.credits,
    entry.available_after,
    entry.held_after,
    entry.frozen_after,
    quoted(entry.cause),
    quoted(entry.reason),
    entry.terms ?? "null",
    entry.grace_until ?? "null",
    entry.at,
  ];
  return createHash("sha256")
    .update(Buffer.from(head, "hex"))
    .update(`[${said.join(", ")}]`)
    .digest("hex");
}

function quoted(text: string | null): string {
  return JSON.stringify(text);
}
