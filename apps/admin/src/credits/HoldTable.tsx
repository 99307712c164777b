import type { HoldView } from "@covenant/domain";
import { EmptyState, RelativeTime, StatusBadge, type Tone } from "@covenant/ui";
import { type Column, DataTable, type TablePage } from "@covenant/ui/data-table";
import { paths } from "../paths.ts";
import { ShortId } from "../shell/ShortId.tsx";
import { figure } from "./figure.ts";
import { LedgerLink } from "./LedgerLink.tsx";

const looks = {
  open: { label: "Open", tone: "info" },
  captured: { label: "Captured", tone: "ok" },
  released: { label: "Released", tone: "neutral" },
} as const satisfies Record<HoldView["state"], { label: string; tone: Tone }>;

const columns: readonly Column<HoldView>[] = [
  { id: "hold", header: "Hold", cell: ({ id }) => <ShortId id={id} />, width: "7.5rem" },
  { id: "state", header: "State", cell: (hold) => <HoldState hold={hold} /> },
  {
    id: "cause",
    header: "Cause",
    isInteractive: true,
    cell: ({ cause }) => <LedgerLink id={cause} />,
    width: "7.5rem",
  },
  { id: "credits", header: "Held", isNumeric: true, cell: ({ credits }) => figure(credits), width: "4rem" },
  { id: "captured", header: "Captured", isNumeric: true, cell: ({ captured }) => figure(captured), width: "5.5rem" },
  { id: "released", header: "Released", isNumeric: true, cell: ({ released }) => figure(released), width: "5.5rem" },
  { id: "paidBack", header: "Paid back", isNumeric: true, cell: ({ paidBack }) => figure(paidBack), width: "5.5rem" },
  { id: "opened", header: "Opened", cell: ({ openedAt }) => <RelativeTime at={openedAt} />, width: "7rem" },
  {
    id: "ended",
    header: "Ended",
    cell: ({ resolvedAt }) => (resolvedAt === null ? "–" : <RelativeTime at={resolvedAt} />),
    width: "7rem",
  },
];

/** Holds with how they ended and what was paid back afterwards. */
export function HoldTable({ page }: { page: TablePage<HoldView> }) {
  return (
    <DataTable
      label="Holds"
      columns={columns}
      page={page}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.ledger({ find: id })}
      empty={<EmptyState title="No holds">No credits were ever set aside here.</EmptyState>}
    />
  );
}

function HoldState({ hold: { state, reviewUntil } }: { hold: HoldView }) {
  const { label, tone } = looks[state];
  if (reviewUntil === null) return <StatusBadge tone={tone}>{label}</StatusBadge>;
  return (
    <StatusBadge tone="warn">
      Under review until <RelativeTime at={reviewUntil} />
    </StatusBadge>
  );
}
