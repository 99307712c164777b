import { changesOf, entryWords, type WalletView } from "@covenant/domain";
import type { FileEntry, StatementFile } from "./statement-file.ts";

type Cell = string | number | null;
type Line = { [Column in (typeof columns)[number]]?: Cell };

const columns = [
  "version",
  "at",
  "entry",
  "kind",
  "from",
  "to",
  "credits",
  "available_change",
  "held_change",
  "frozen_change",
  "available_after",
  "held_after",
  "frozen_after",
  "cause",
  "link",
  "reason",
  "lot",
  "hold",
  "hash",
] as const;

/**
 * A statement as CSV (RFC 4180, UTF-8 without a byte order mark): the balance at first, every entry, the balance at last,
 * each a line (of a month that is not over the balance until now), so that a sheet's own sums can be compared with ours. Instants are ISO 8601 in UTC.
 */
export async function* statementCsv({ statement, entries }: StatementFile): AsyncGenerator<string> {
  const { opening, closing, from, isOver, asOf, versions, head } = statement;
  yield `${columns.join(",")}\r\n`;
  yield lineOf({ at: from, entry: "Balance at the beginning", kind: "opening", ...after(opening) });
  for await (const page of entries) yield page.map((entry) => lineOf(entryLine(entry))).join("");
  const end = { at: asOf, entry: isOver ? "Balance at the end" : "Balance until now", kind: "closing", hash: head };
  yield lineOf({ ...end, version: versions?.last ?? null, ...after(closing) });
}

function entryLine(entry: FileEntry): Line {
  const change = changesOf(entry);
  return {
    ...entry,
    entry: entryWords(entry),
    available_change: change.available,
    held_change: change.held,
    frozen_change: change.frozen,
    ...after({ available: entry.availableAfter, held: entry.heldAfter, frozen: entry.frozenAfter }),
    lot: entry.lotId,
    hold: entry.holdId,
  };
}

function after({ available, held, frozen }: WalletView): Line {
  return { available_after: available, held_after: held, frozen_after: frozen };
}

const lineOf = (line: Line) => `${columns.map((column) => cellOf(line[column] ?? null)).join(",")}\r\n`;

/** A number as it is; text so that no sheet takes it for a formula, in quotes where its characters ask for them. */
export function cellOf(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
