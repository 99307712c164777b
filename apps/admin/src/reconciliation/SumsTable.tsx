import { type DayFile, formatBooked, type SideOfDay } from "@covenant/domain";
import { EmptyState, StatusBadge } from "@covenant/ui";
import { type Column, DataTable } from "@covenant/ui/data-table";

type Row = { currency: string; what: string; ours: number; theirs: number };

const columns: readonly Column<Row>[] = [
  { id: "what", header: "What", cell: ({ currency, what }) => `${what}, ${currency}` },
  { id: "ours", header: "Ours", isNumeric: true, cell: (row) => amountOf(row, row.ours), width: "9rem" },
  { id: "theirs", header: "Stripe's", isNumeric: true, cell: (row) => amountOf(row, row.theirs), width: "9rem" },
  { id: "apart", header: "Apart", isNumeric: true, cell: (row) => <Apart row={row} />, width: "9rem" },
];

const places = [
  { id: "paid", what: "Paid" },
  { id: "refunded", what: "Given back" },
  { id: "disputed", what: "Taken by banks" },
] as const satisfies readonly { id: keyof SideOfDay; what: string }[];

/** Both books of the day, a line for each currency and way that money went. */
export function SumsTable({ sums }: Pick<DayFile, "sums">) {
  return (
    <DataTable
      label="Sums of the day"
      columns={columns}
      page={{ state: "ready", rows: sums.flatMap(rowsOf) }}
      rowKey={({ what, currency }) => `${what} ${currency}`}
      empty={<EmptyState title="No money moved">Neither book has a payment, refund or dispute on this day.</EmptyState>}
    />
  );
}

function rowsOf({ currency, ours, theirs }: DayFile["sums"][number]): Row[] {
  return places
    .map(({ id, what }) => ({ currency, what, ours: ours[id], theirs: theirs[id] }))
    .filter((row) => row.what === "Paid" || row.ours !== 0 || row.theirs !== 0);
}

function Apart({ row }: { row: Row }) {
  const apart = row.theirs - row.ours;
  if (apart === 0) return <span className="text-muted">{amountOf(row, 0)}</span>;
  return <StatusBadge tone="bad">{amountOf(row, apart)}</StatusBadge>;
}

const amountOf = ({ currency }: Row, amountMinor: number) => formatBooked({ amountMinor, currency });
