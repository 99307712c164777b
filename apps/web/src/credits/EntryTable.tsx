import { entryWords, type StatementEntry } from "@covenant/domain";
import { RelativeTime, TextLink } from "@covenant/ui";
import { type Column, DataTable, type TablePage } from "@covenant/ui/data-table";
import type { ReactNode } from "react";
import { paths } from "../paths.ts";
import { figure } from "./figure.ts";

const columns: readonly Column<StatementEntry>[] = [
  { id: "what", header: "Entry", cell: (entry) => <span title={entryWords(entry)}>{entryWords(entry)}</span> },
  { id: "for", header: "For", isInteractive: true, cell: (entry) => <About entry={entry} />, width: "9rem" },
  { id: "credits", header: "Credits", isNumeric: true, cell: ({ credits }) => figure(credits), width: "6rem" },
  {
    id: "available",
    header: "Available after",
    isNumeric: true,
    cell: ({ availableAfter }) => figure(availableAfter),
    width: "8.5rem",
  },
  {
    id: "held",
    header: "Held after",
    isNumeric: true,
    isHiddenWhenNarrow: true,
    cell: ({ heldAfter }) => figure(heldAfter),
    width: "6.5rem",
  },
  {
    id: "frozen",
    header: "Frozen after",
    isNumeric: true,
    isHiddenWhenNarrow: true,
    cell: ({ frozenAfter }) => figure(frozenAfter),
    width: "7.5rem",
  },
  { id: "when", header: "When", cell: ({ at }) => <RelativeTime at={at} />, width: "9rem" },
];
const withoutFrozen = columns.filter(({ id }) => id !== "frozen");

/** Entries of a statement in words, each with the balance it left and the way to what it was for. */
export function EntryTable({ page, empty }: { page: TablePage<StatementEntry>; empty: ReactNode }) {
  const isFrozen = page.state === "ready" && page.rows.some(({ frozenAfter }) => frozenAfter > 0);
  return (
    <DataTable
      label="Entries"
      columns={isFrozen ? columns : withoutFrozen}
      rowKey={({ version }) => String(version)}
      page={page}
      empty={empty}
    />
  );
}

const hrefOf = {
  generation: paths.generation,
  order: paths.order,
  sanction: () => paths.standing,
} as const satisfies Record<NonNullable<StatementEntry["about"]>["noun"], (id: string) => string>;

/** What it was for. A decision is told on the page of what was decided about. */
function About({ entry: { cause, about } }: { entry: StatementEntry }) {
  const words = wordsOf(cause) ?? about?.noun;
  if (about === null) return <span className="text-muted">{words ?? "–"}</span>;
  return <TextLink href={hrefOf[about.noun](about.id)}>{words}</TextLink>;
}

const nouns: Readonly<Record<string, string>> = {
  gen: "generation",
  ord: "order",
  rfd: "refund",
  dsp: "dispute",
  cas: "decision",
  dec: "decision",
  snc: "decision",
  app: "appeal",
  act: "correction",
};

/** Ids begin with their noun. */
const wordsOf = (cause: string | null) => (cause === null ? undefined : nouns[cause.slice(0, 3)]);
