import { createHash } from "node:crypto";
import type { SqlRunner } from "../sql-runner.ts";
import type { AnchoredSeal } from "./seal-anchor.ts";

/** A seal as the database has it; numbers as text, hashes in hexadecimal, `said` the text that was hashed. */
type SealRow = {
  number: string;
  from_transaction: string;
  to_transaction: string;
  entries: string;
  root: string;
  previous: string;
  hash: string;
  said: string;
  /** It has been there for so long that whoever seals has written it down. */
  is_old: boolean;
};
type LeafRow = { seal_number: string; wallet_id: string; first_version: string; head: string; hashes: string };

/** What is wrong with a seal, by its number. */
export type SealFault = { number: string; found: string };

const sealsAPage = 1_000;
const leavesAPage = 5_000;

const sealsQuery = `
  SELECT number::text, from_transaction::text, to_transaction::text, entries::text, encode(root, 'hex') AS root,
    encode(previous, 'hex') AS previous, encode(hash, 'hex') AS hash,
    ROW(number, from_transaction, to_transaction, entries, encode(root, 'hex'),
      (extract(epoch FROM sealed_at) * 1000000)::bigint)::text AS said,
    sealed_at < now() - interval '10 minutes' AS is_old
  FROM ledger.seal WHERE seal.number > $1::bigint ORDER BY seal.number LIMIT $2::bigint`;

const leavesQuery = `
  SELECT seal_number::text, wallet_id, first_version::text, ROW(wallet_id, first_version)::text AS head,
    encode(hashes, 'hex') AS hashes
  FROM ledger.seal_leaf
  WHERE (seal_leaf.seal_number, wallet_id COLLATE "C", seal_leaf.first_version) > ($1::bigint, $2::text, $3::bigint)
  ORDER BY seal_leaf.seal_number, wallet_id COLLATE "C", seal_leaf.first_version LIMIT $4::bigint`;

/** Recomputes here, outside the database, every seal from its leaves, and its place in the chain of seals. */
export async function* faultySeals(sql: SqlRunner): AsyncGenerator<SealFault> {
  const leaves = leavesBySeal(sql);
  let next = await leaves.next();
  let previous: Pick<SealRow, "number" | "hash" | "to_transaction"> = { number: "0", hash: "", to_transaction: "0" };
  for await (const seal of everySeal(sql)) {
    for (; !next.done && BigInt(next.value.number) < BigInt(seal.number); next = await leaves.next()) {
      yield { number: next.value.number, found: "its leaves are there and it is not" };
    }
    const own = !next.done && next.value.number === seal.number ? next.value : null;
    const found = faultOf(seal, previous, own);
    if (found !== null) yield { number: seal.number, found };
    if (own !== null) next = await leaves.next();
    previous = seal;
  }
  for (; !next.done; next = await leaves.next()) {
    yield { number: next.value.number, found: "its leaves are there and it is not" };
  }
}

/**
 * Compares what was written down of the seals outside the database with what the database has. Whoever seals writes down
 * at once and in order, so a seal that is missing there although it is old, or later ones are there, was taken out.
 */
export async function* unanchoredSeals(
  sql: SqlRunner,
  writtenDown: readonly AnchoredSeal[],
): AsyncGenerator<SealFault> {
  const anchored = new Set(writtenDown.map(({ number }) => number));
  const last = writtenDown.at(-1)?.number ?? 0;
  const hashes = new Map<number, string>();
  for await (const { number: text, hash, is_old } of everySeal(sql)) {
    const number = Number(text);
    hashes.set(number, hash);
    if (!anchored.has(number) && (is_old || number < last)) yield { number: text, found: "is not written down" };
  }
  for (const { number, hash } of writtenDown) {
    const now = hashes.get(number);
    if (now === undefined) yield { number: String(number), found: "was written down and is gone" };
    else if (now !== hash) yield { number: String(number), found: "is not what was written down" };
  }
}

function faultOf(
  seal: SealRow,
  previous: Pick<SealRow, "number" | "hash" | "to_transaction">,
  own: SealLeaves | null,
): string | null {
  if (BigInt(seal.number) !== BigInt(previous.number) + 1n) return `follows seal ${previous.number}`;
  if (seal.previous !== previous.hash) return "is not chained to the seal before it";
  if (seal.from_transaction !== previous.to_transaction) return "does not begin where the seal before it ended";
  if (sha256(Buffer.from(seal.previous, "hex"), seal.said).toString("hex") !== seal.hash)
    return "says what its hash does not";
  if (own === null) return "has no leaves";
  if (String(own.entries) !== seal.entries) return `has ${own.entries} entries and says ${seal.entries}`;
  return merkleRoot(own.hashes).toString("hex") === seal.root ? null : "has other leaves than were sealed";
}

/** As `ledger.merkle_root` does it there. */
function merkleRoot(level: Buffer[]): Buffer {
  const [only, ...rest] = level;
  if (only === undefined) return Buffer.alloc(0);
  if (rest.length === 0) return only;
  const above: Buffer[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const [left, right] = level.slice(at, at + 2);
    if (left !== undefined) above.push(right === undefined ? left : sha256(Buffer.from([1]), left, right));
  }
  return merkleRoot(above);
}

type SealLeaves = { number: string; hashes: Buffer[]; entries: number };

async function* leavesBySeal(sql: SqlRunner): AsyncGenerator<SealLeaves> {
  let current: SealLeaves | null = null;
  for await (const leaf of everyLeaf(sql)) {
    if (current !== null && current.number !== leaf.seal_number) {
      yield current;
      current = null;
    }
    current ??= { number: leaf.seal_number, hashes: [], entries: 0 };
    const hashes = Buffer.from(leaf.hashes, "hex");
    current.hashes.push(sha256(Buffer.from([0]), leaf.head, hashes));
    current.entries += hashes.length / 32;
  }
  if (current !== null) yield current;
}

async function* everySeal(sql: SqlRunner): AsyncGenerator<SealRow> {
  for (let last = "-1"; ; ) {
    const page = await sql.query<SealRow>(sealsQuery, [last, String(sealsAPage)]);
    yield* page;
    if (page.length < sealsAPage) return;
    last = page.at(-1)?.number ?? last;
  }
}

async function* everyLeaf(sql: SqlRunner): AsyncGenerator<LeafRow> {
  for (let last = { seal_number: "-1", wallet_id: "", first_version: "0" }; ; ) {
    const after = [last.seal_number, last.wallet_id, last.first_version];
    const page = await sql.query<LeafRow>(leavesQuery, [...after, String(leavesAPage)]);
    yield* page;
    if (page.length < leavesAPage) return;
    last = page.at(-1) ?? last;
  }
}

function sha256(...parts: (Buffer | string)[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}
