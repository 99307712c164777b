import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import type { SqlRunner } from "../sql-runner.ts";
import { listSeals, type Seal } from "./seal-entries.ts";

/** What is written down of a seal outside the database. */
export type AnchoredSeal = Pick<Seal, "number" | "hash" | "sealedAt">;

/** A place out of the database's reach where the hashes of seals are added and never changed. */
export type SealAnchor = {
  /** All that was written down, in the order it was. */
  read(): Promise<AnchoredSeal[]>;
  /** The number of the last; 0 before the first. */
  last(): Promise<number>;
  append(seals: readonly AnchoredSeal[]): Promise<void>;
};

/** The name of the file in the data directory, for {@link fileAnchor}. */
export const sealsFile = "ledger-seals.ndjson";

const sealsAtOnce = 1_000;

/** Writes down every seal that the anchor does not have yet, and says how many there were. */
export async function anchorSeals(sql: SqlRunner, anchor: SealAnchor): Promise<number> {
  let last = await anchor.last();
  let written = 0;
  for (;;) {
    const seals = await listSeals(sql, { after: last, atMost: sealsAtOnce });
    if (seals.length > 0) await anchor.append(seals);
    written += seals.length;
    last = seals.at(-1)?.number ?? last;
    if (seals.length < sealsAtOnce) return written;
  }
}

/** An anchor in a file, one seal in JSON on each line. A line that a crash cut off counts for nothing and is written anew. */
export function fileAnchor(path: string): SealAnchor {
  return {
    async read() {
      await using file = await openToAppend(path);
      return sealsIn(await file.readFile("utf8"));
    },
    async last() {
      await using file = await openToAppend(path);
      return sealsIn(await endOf(file)).at(-1)?.number ?? 0;
    },
    async append(seals) {
      await using file = await openToAppend(path);
      const startOfLine = /(^|\n)$/.test(await endOf(file)) ? "" : "\n";
      const lines = seals.map(({ number, hash, sealedAt }) => `${JSON.stringify({ number, hash, sealedAt })}\n`);
      await file.write(startOfLine + lines.join(""));
      await file.datasync();
    },
  };
}

async function openToAppend(path: string): Promise<FileHandle> {
  await mkdir(dirname(path), { recursive: true });
  return open(path, "a+");
}

/** Enough for several lines. */
const endBytes = 4_096;

async function endOf(file: FileHandle): Promise<string> {
  const { size } = await file.stat();
  const { buffer, bytesRead } = await file.read({
    buffer: Buffer.alloc(endBytes),
    position: Math.max(0, size - endBytes),
  });
  return buffer.toString("utf8", 0, bytesRead);
}

function sealsIn(text: string): AnchoredSeal[] {
  return text.split("\n").flatMap(sealOn);
}

function sealOn(line: string): AnchoredSeal[] {
  const [, number, hash, sealedAt] =
    line.match(/^\{"number":(\d+),"hash":"([0-9a-f]{64})","sealedAt":"([^"]+)"\}$/) ?? [];
  if (number === undefined || hash === undefined || sealedAt === undefined) return [];
  return [{ number: Number(number), hash, sealedAt }];
}
