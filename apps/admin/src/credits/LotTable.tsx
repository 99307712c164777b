import type { LotView } from "@covenant/domain";
import { EmptyState, RelativeTime } from "@covenant/ui";
import { type Column, DataTable, type TablePage } from "@covenant/ui/data-table";

const sources = {
  pack: "Pack",
  subscription: "Subscription",
  bonus: "Bonus",
  goodwill: "Goodwill",
} as const satisfies Record<LotView["source"], string>;

const columns: readonly Column<LotView>[] = [
  { id: "source", header: "From", cell: ({ source }) => sources[source] },
  { id: "granted", header: "Granted", isNumeric: true, cell: ({ granted }) => figure(granted), width: "7rem" },
  { id: "available", header: "Available", isNumeric: true, cell: ({ available }) => figure(available), width: "7rem" },
  { id: "held", header: "Held", isNumeric: true, cell: ({ held }) => figure(held), width: "7rem" },
  { id: "when", header: "Since", cell: ({ grantedAt }) => <RelativeTime at={grantedAt} />, width: "10rem" },
  {
    id: "expires",
    header: "Expires",
    cell: ({ expiresAt }) => (expiresAt === null ? "never" : <RelativeTime at={expiresAt} />),
    width: "10rem",
  },
];

/** The lots a wallet is made of, the next one spent first. */
export function LotTable({ page }: { page: TablePage<LotView> }) {
  return (
    <DataTable
      label="Lots"
      columns={columns}
      page={page}
      rowKey={({ id }) => id}
      empty={<EmptyState title="No lots">This member never had credits.</EmptyState>}
    />
  );
}

const figure = (credits: number) => credits.toLocaleString("en-US");
