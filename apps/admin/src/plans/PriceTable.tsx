import { formatMoney, type PlanFile, type PlanPriceView } from "@covenant/domain";
import { EmptyState, RelativeTime, StatusBadge, type Tone, useNow } from "@covenant/ui";
import { type Column, DataTable } from "@covenant/ui/data-table";
import { type PriceStand, standOf } from "./plan-words.ts";

type PriceRow = PlanPriceView & { stand: PriceStand };

const looks = {
  coming: { label: "To come", tone: "info" },
  now: { label: "New subscribers pay it", tone: "ok" },
  past: { label: "Former", tone: "neutral" },
} as const satisfies Record<PriceStand, { label: string; tone: Tone }>;

const columns: readonly Column<PriceRow>[] = [
  { id: "price", header: "Price", isNumeric: true, cell: ({ price }) => formatMoney(price), width: "6rem" },
  {
    id: "stand",
    header: "State",
    cell: ({ stand }) => <StatusBadge tone={looks[stand].tone}>{looks[stand].label}</StatusBadge>,
    width: "12rem",
  },
  { id: "from", header: "From", cell: ({ effectiveAt }) => <RelativeTime at={effectiveAt} />, width: "9rem" },
  { id: "paying", header: "Pay it", isNumeric: true, cell: ({ paying }) => figure(paying), width: "5rem" },
  { id: "told", header: "Told, will pay it", isNumeric: true, cell: ({ told }) => figure(told), width: "8rem" },
  {
    id: "note",
    header: "Why",
    cell: ({ note }) => <span className="wrap-anywhere">{note ?? "It came with the plan."}</span>,
  },
];

const everyMs = 60_000;

/** The prices of a plan: which one holds, how many subscriptions pay each, and how many are told and will. */
export function PriceTable({ plan: { prices } }: { plan: PlanFile }) {
  const now = useNow(everyMs);
  return (
    <DataTable
      label="Prices"
      columns={columns}
      page={{ state: "ready", rows: prices.map((price) => ({ ...price, stand: standOf(price, prices, now) })) }}
      rowKey={({ id }) => id}
      empty={<EmptyState title="No price">This plan cannot be sold before it has one.</EmptyState>}
    />
  );
}

const figure = (count: number) => count.toLocaleString("en-US");
