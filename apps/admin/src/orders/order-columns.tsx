import { formatMoney, type OrderSummary, storefrontNames } from "@covenant/domain";
import { Badge, RelativeTime, StatusBadge } from "@covenant/ui";
import type { Column } from "@covenant/ui/data-table";
import { disputeLooks, orderLooks } from "./order-words.ts";

export const orderColumns: readonly Column<OrderSummary>[] = [
  { id: "pack", header: "Order", cell: (order) => <OrderName order={order} />, width: "12rem" },
  { id: "member", header: "Member", cell: ({ memberEmail }) => <span className="wrap-anywhere">{memberEmail}</span> },
  {
    id: "storefront",
    header: "Storefront",
    cell: ({ storefront }) => storefrontNames[storefront],
    width: "9rem",
  },
  { id: "state", header: "State", cell: (order) => <OrderState order={order} />, width: "12rem" },
  { id: "charged", header: "Charged", isNumeric: true, cell: ({ charged }) => formatMoney(charged), width: "7rem" },
  { id: "refunded", header: "Refunded", isNumeric: true, cell: (order) => <Refunded order={order} />, width: "7rem" },
  { id: "placed", header: "Placed", cell: ({ placedAt }) => <RelativeTime at={placedAt} />, width: "8rem" },
];

/** What was ordered; a period of a subscription carries its plan's name, and says so. */
function OrderName({ order: { packName, kind } }: { order: OrderSummary }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {packName}
      {kind === "period" && <Badge>period</Badge>}
    </span>
  );
}

/** How an order stands; how its last dispute does, where there is one, beside it. */
export function OrderState({
  order: { standing, dispute, problem },
}: {
  order: Pick<OrderSummary, "standing" | "dispute" | "problem">;
}) {
  return (
    <span className="inline-flex flex-wrap gap-1">
      <StatusBadge tone={orderLooks[standing].tone}>{orderLooks[standing].label}</StatusBadge>
      {problem !== null && <StatusBadge tone="bad">Needs a person</StatusBadge>}
      {dispute !== null && <StatusBadge tone={disputeLooks[dispute].tone}>{disputeLooks[dispute].label}</StatusBadge>}
    </span>
  );
}

function Refunded({ order: { refunded } }: { order: OrderSummary }) {
  if (refunded.amountMinor === 0) return <span className="text-muted">nothing</span>;
  return formatMoney(refunded);
}
