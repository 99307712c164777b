import { type DisputeView, formatMoney } from "@covenant/domain";
import { EmptyState, RelativeTime, StatusBadge } from "@covenant/ui";
import { type Column, DataTable } from "@covenant/ui/data-table";
import { disputeAdvice, disputeLooks } from "./order-words.ts";

const columns: readonly Column<DisputeView>[] = [
  { id: "amount", header: "Amount", cell: ({ amount }) => formatMoney(amount), width: "6rem" },
  {
    id: "state",
    header: "State",
    cell: ({ state }) => <StatusBadge tone={disputeLooks[state].tone}>{disputeLooks[state].label}</StatusBadge>,
    width: "11rem",
  },
  { id: "reason", header: "The bank's reason", cell: (dispute) => <Reason dispute={dispute} /> },
  { id: "frozen", header: "Frozen then", isNumeric: true, cell: ({ frozen }) => figure(frozen), width: "7rem" },
  { id: "used", header: "Used by then", isNumeric: true, cell: ({ used }) => figure(used), width: "7rem" },
  { id: "opened", header: "Opened", cell: ({ openedAt }) => <RelativeTime at={openedAt} />, width: "7.5rem" },
];

/** What banks say of the order's payment, and how its credits stood when they began to. */
export function DisputeTable({ disputes }: { disputes: readonly DisputeView[] }) {
  return (
    <DataTable
      label="Disputes"
      columns={columns}
      page={{ state: "ready", rows: disputes }}
      rowKey={({ id }) => id}
      empty={<EmptyState title="No dispute">No bank disputes this payment.</EmptyState>}
    />
  );
}

function Reason({ dispute: { reason, state } }: { dispute: DisputeView }) {
  return (
    <span className="flex flex-col">
      <span>{reason.replaceAll("_", " ")}</span>
      <span className="text-small text-muted">{disputeAdvice[state]}</span>
    </span>
  );
}

const figure = (credits: number) => credits.toLocaleString("en-US");
