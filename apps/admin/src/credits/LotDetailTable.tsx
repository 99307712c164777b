import { type LotDetail, lotSourceWords } from "@covenant/domain";
import { EmptyState, RelativeTime, StatusBadge } from "@covenant/ui";
import { type Column, DataTable, type TablePage } from "@covenant/ui/data-table";
import { ShortId } from "../shell/ShortId.tsx";
import { figure } from "./figure.ts";
import { LedgerLink } from "./LedgerLink.tsx";

const facts: readonly Column<LotDetail>[] = [
  { id: "lot", header: "Lot", cell: ({ id }) => <ShortId id={id} />, width: "7.5rem" },
  { id: "source", header: "From", isInteractive: true, cell: (lot) => <Source lot={lot} /> },
];

const amounts = [
  ["granted", "Granted"],
  ["available", "Available"],
  ["held", "Held"],
  ["frozen", "Frozen"],
  ["spent", "Spent"],
  ["expired", "Expired"],
  ["reclaimed", "Reclaimed"],
  ["chargedBack", "Charged back"],
  ["forfeited", "Forfeited"],
  ["adjusted", "Adjusted"],
] as const satisfies readonly [keyof LotDetail, string][];

const end: Column<LotDetail> = {
  id: "expires",
  header: "Expires",
  cell: ({ expiresAt }) => (expiresAt === null ? "never" : <RelativeTime at={expiresAt} />),
  width: "7rem",
};

const disputes = { open: "disputed", lost: "dispute lost" } as const;

/** Lots with every place their credits are. Places where no lot has any are left out. */
export function LotDetailTable({ page }: { page: TablePage<LotDetail> }) {
  const rows = page.state === "ready" ? page.rows : [];
  return (
    <DataTable
      label="Lots"
      columns={columnsFor(rows)}
      page={page}
      rowKey={({ id }) => id}
      empty={<EmptyState title="No lots">Nothing was ever granted here.</EmptyState>}
    />
  );
}

const always: readonly string[] = ["granted", "available", "held", "spent"];

function columnsFor(rows: readonly LotDetail[]): Column<LotDetail>[] {
  const shown = amounts.filter(([id]) => always.includes(id) || rows.some((lot) => lot[id] > 0));
  const places = shown.map(
    ([id, header]): Column<LotDetail> => ({
      id,
      header,
      isNumeric: true,
      cell: (lot) => figure(lot[id]),
      width: "4.25rem",
    }),
  );
  return [...facts, ...places, end];
}

function Source({ lot: { source, orderId, dispute } }: { lot: LotDetail }) {
  return (
    <>
      {lotSourceWords[source]} {orderId !== null && <LedgerLink id={orderId} />}{" "}
      {dispute !== null && <StatusBadge tone="warn">{disputes[dispute]}</StatusBadge>}
    </>
  );
}
