import type { Bucket, EntryDetail, EntryKind } from "@covenant/domain";
import { EmptyState, RelativeTime } from "@covenant/ui";
import { type Column, DataTable, type TablePage } from "@covenant/ui/data-table";
import { paths } from "../paths.ts";
import { figure } from "./figure.ts";
import { LedgerLink } from "./LedgerLink.tsx";
import { entryText } from "./read-question.ts";

export type EntryFilter = { kind?: EntryKind | undefined; bucket?: Bucket | undefined };

const columns: readonly Column<EntryDetail>[] = [
  { id: "version", header: "No.", cell: ({ version }) => figure(version), width: "4rem" },
  { id: "kind", header: "Kind", cell: ({ kind }) => kind, width: "6.5rem" },
  { id: "moved", header: "Moved", cell: ({ from, to }) => `${from} → ${to}`, width: "10rem" },
  { id: "credits", header: "Credits", isNumeric: true, cell: ({ credits }) => figure(credits), width: "4.5rem" },
  {
    id: "available",
    header: "Available",
    isNumeric: true,
    cell: ({ availableAfter }) => figure(availableAfter),
    width: "5rem",
  },
  { id: "held", header: "Held", isNumeric: true, cell: ({ heldAfter }) => figure(heldAfter), width: "4rem" },
  { id: "frozen", header: "Frozen", isNumeric: true, cell: ({ frozenAfter }) => figure(frozenAfter), width: "4.5rem" },
  {
    id: "cause",
    header: "Cause",
    isInteractive: true,
    cell: ({ cause, reason }) => (
      <span className="text-muted" title={reason ?? undefined}>
        {cause !== null && <LedgerLink id={cause} />} {reason}
      </span>
    ),
  },
  {
    id: "hold",
    header: "Hold",
    isInteractive: true,
    cell: ({ holdId }) => (holdId === null ? "–" : <LedgerLink id={holdId} />),
    width: "7.5rem",
  },
  { id: "when", header: "When", cell: ({ at }) => <RelativeTime at={at} />, width: "7rem" },
];

const ofManyWallets = columns.map(
  (column): Column<EntryDetail> =>
    column.id === "hold"
      ? {
          id: "wallet",
          header: "Wallet",
          isInteractive: true,
          cell: ({ memberId }) => <LedgerLink id={memberId} />,
          width: "7.5rem",
        }
      : column,
);

type EntryDetailTableProps = {
  page: TablePage<EntryDetail>;
  filter?: EntryFilter;
  /** Each entry says whose it is. */
  isOfManyWallets?: boolean;
};

/** Rows of the journal, each the way to all that it says. */
export function EntryDetailTable({ page, filter = {}, isOfManyWallets = false }: EntryDetailTableProps) {
  return (
    <DataTable
      label="Entries"
      columns={isOfManyWallets ? ofManyWallets : columns}
      page={page}
      rowKey={({ memberId, version }) => entryText(memberId, version)}
      rowHref={({ memberId, version }) => paths.ledger({ find: entryText(memberId, version) })}
      isFiltered={filter.kind !== undefined || filter.bucket !== undefined}
      empty={<EmptyState title="No entries">No credits moved, so the journal has nothing to say here.</EmptyState>}
      noMatch={
        <EmptyState title="No entry matches">Nothing of this kind, or through this bucket, has happened.</EmptyState>
      }
    />
  );
}
