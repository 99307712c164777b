import { formatCredits, formatMoney, type OrderView } from "@covenant/domain";
import { EmptyState, RelativeTime, StatusBadge } from "@covenant/ui";
import { type Column, DataTable, nextByCursor } from "@covenant/ui/data-table";
import { useInfiniteQuery } from "@tanstack/react-query";
import { tablePageOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { orderLooks } from "./order-looks.ts";

const columns: readonly Column<OrderView>[] = [
  { id: "what", header: "Order", cell: ({ packName }) => packName },
  { id: "credits", header: "Brings", isNumeric: true, cell: ({ credits }) => formatCredits(credits), width: "9rem" },
  { id: "paid", header: "Price", isNumeric: true, cell: (order) => formatMoney(chargeOf(order)), width: "7rem" },
  { id: "state", header: "State", cell: ({ standing }) => <OrderStanding standing={standing} />, width: "11rem" },
  { id: "when", header: "Placed", cell: ({ placedAt }) => <RelativeTime at={placedAt} />, width: "9rem" },
];

/** All that a member ordered, newest first: each is the way to its invoice, and to what became of its credits. */
export function OrderSection() {
  const orders = useInfiniteQuery(api.orders.list.infiniteQueryOptions({}, nextByCursor));
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-h2 font-semibold">Orders</h2>
      <DataTable
        label="Orders, the newest first"
        columns={columns}
        page={tablePageOf(orders)}
        rowKey={({ id }) => id}
        rowHref={({ id }) => paths.order(id)}
        empty={<EmptyState title="No orders yet">Packs you buy and periods you pay are listed here.</EmptyState>}
      />
    </section>
  );
}

const chargeOf = ({ charged, price }: OrderView) => charged?.amount ?? price;

function OrderStanding({ standing }: Pick<OrderView, "standing">) {
  return <StatusBadge tone={orderLooks[standing].tone}>{orderLooks[standing].label}</StatusBadge>;
}
