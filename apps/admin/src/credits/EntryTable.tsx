import type { EntryView } from "@covenant/domain";
import { EmptyState, RelativeTime } from "@covenant/ui";
import { type Column, DataTable, type TablePage } from "@covenant/ui/data-table";
import { ShortId } from "../shell/ShortId.tsx";

const columns: readonly Column<EntryView>[] = [
  { id: "kind", header: "Entry", cell: ({ kind }) => <span className="capitalize">{kind}</span>, width: "6rem" },
  { id: "moved", header: "Moved", cell: ({ from, to }) => `${from} → ${to}`, width: "10rem" },
  {
    id: "cause",
    header: "Cause",
    isHiddenWhenNarrow: true,
    cell: ({ cause, reason }) => (
      <span className="text-muted">
        {cause !== null && <ShortId id={cause} />} {reason}
      </span>
    ),
  },
  { id: "credits", header: "Credits", isNumeric: true, cell: ({ credits }) => figure(credits), width: "5rem" },
  {
    id: "available",
    header: "Available after",
    isNumeric: true,
    cell: (entry) => figure(entry.availableAfter),
    width: "7.5rem",
  },
  { id: "held", header: "Held after", isNumeric: true, cell: (entry) => figure(entry.heldAfter), width: "6rem" },
  { id: "when", header: "When", cell: ({ at }) => <RelativeTime at={at} />, width: "7.5rem" },
];

const withoutCause = columns.filter(({ id }) => id !== "cause");

type EntryTableProps = {
  page: TablePage<EntryView>;
  /** All rows have the same cause, which the page names already. */
  isOfOneCause?: boolean;
};

/** Rows of the journal: from which bucket to which, how many, and what was there afterwards. */
export function EntryTable({ page, isOfOneCause = false }: EntryTableProps) {
  return (
    <DataTable
      label="Ledger entries"
      columns={isOfOneCause ? withoutCause : columns}
      page={page}
      rowKey={({ version }) => String(version)}
      empty={<EmptyState title="No entries">No credits moved, so the journal has nothing to say here.</EmptyState>}
    />
  );
}

const figure = (credits: number) => credits.toLocaleString("en-US");
