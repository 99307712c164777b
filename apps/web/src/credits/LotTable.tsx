import { type LotView, lotSourceWords } from "@covenant/domain";
import { Badge, EmptyState, LinkButton, RelativeTime, TextLink } from "@covenant/ui";
import { type Column, DataTable, type TablePage } from "@covenant/ui/data-table";
import { paths } from "../paths.ts";
import { figure } from "./figure.ts";

type LotRow = LotView & { isNext: boolean };

const columns: readonly Column<LotRow>[] = [
  { id: "source", header: "From", isInteractive: true, cell: (lot) => <Source lot={lot} /> },
  { id: "granted", header: "Granted", isNumeric: true, cell: ({ granted }) => figure(granted), width: "7rem" },
  { id: "available", header: "Available", isNumeric: true, cell: ({ available }) => figure(available), width: "7rem" },
  { id: "held", header: "Held", isNumeric: true, cell: ({ held }) => figure(held), width: "6rem" },
  { id: "frozen", header: "Frozen", isNumeric: true, cell: ({ frozen }) => figure(frozen), width: "6rem" },
  {
    id: "expires",
    header: "Expires",
    cell: ({ expiresAt }) => (expiresAt === null ? "never" : <RelativeTime at={expiresAt} />),
    width: "10rem",
  },
];
const withoutFrozen = columns.filter(({ id }) => id !== "frozen");

/** What there is to spend and where it came from, in the order in which it is spent. */
export function LotTable({ page }: { page: TablePage<LotView> }) {
  const rows = page.state === "ready" ? rowsOf(page.rows) : [];
  return (
    <DataTable
      label="Lots"
      columns={rows.some(({ frozen }) => frozen > 0) ? columns : withoutFrozen}
      rowKey={({ id }) => id}
      page={page.state === "ready" ? { ...page, rows } : page}
      empty={
        <EmptyState title="No credits yet" actions={<LinkButton href={paths.pricing}>See prices</LinkButton>}>
          Each purchase or gift is a lot of its own, with its own end.
        </EmptyState>
      }
    />
  );
}

/** The api lists lots in the order in which they are spent; of one that is all held or frozen nothing can be. */
function rowsOf(lots: readonly LotView[]): LotRow[] {
  const next = lots.find(({ available }) => available > 0);
  return lots.map((lot) => ({ ...lot, isNext: lot === next && lots.length > 1 }));
}

function Source({ lot: { source, orderId, isNext } }: { lot: LotRow }) {
  const words = lotSourceWords[source];
  return (
    <span className="inline-flex items-center gap-2">
      {orderId === null ? words : <TextLink href={paths.order(orderId)}>{words}</TextLink>}
      {isNext && <Badge>spent first</Badge>}
    </span>
  );
}
