import { orderStandings } from "@covenant/domain";
import { EmptyState, PageHeader } from "@covenant/ui";
import { DataTable, type Filter, FilterBar, nextByCursor, rowsOf, useListKeys } from "@covenant/ui/data-table";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { tablePageOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { filterValues } from "../shell/filter-values.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { storefrontFilter } from "../shell/storefront-filter.ts";
import { orderColumns } from "./order-columns.tsx";
import { orderLooks } from "./order-words.ts";

const route = getRouteApi("/_console/orders/");

const filterIds = ["member", "storefront", "standing", "trouble"] as const;
const filters: readonly Filter<(typeof filterIds)[number]>[] = [
  { kind: "search", id: "member", label: "Email or member id" },
  storefrontFilter,
  {
    kind: "choice",
    id: "standing",
    label: "State",
    anyLabel: "Any state",
    options: orderStandings.map((standing) => ({ value: standing, label: orderLooks[standing].label })),
  },
  {
    kind: "choice",
    id: "trouble",
    label: "Trouble",
    anyLabel: "With or without trouble",
    options: [
      { value: "unsettled", label: "Paid otherwise than ordered" },
      { value: "refund-failed", label: "Refund failed" },
      { value: "bank-asks", label: "Bank waits for an answer" },
      { value: "refunded", label: "Any money went back" },
      { value: "disputed", label: "Ever disputed" },
    ],
  },
];

/** The orders of every storefront, newest first. */
export function OrdersPage() {
  const router = useRouter();
  const { sel = null, ...filter } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(api.orders.list.infiniteQueryOptions(filter, nextByCursor));
  useListKeys({
    keys: rowsOf(query).map(({ id }) => id),
    selectedKey: sel,
    onSelect: (key) => void navigate({ search: { ...filter, sel: key }, replace: true, resetScroll: false }),
    onOpen: (key) => void router.navigate({ href: paths.order(key) }),
    noun: "order",
  });
  const values = filterValues(filter, filterIds);
  return (
    <PageBody>
      <PageHeader title="Orders" detail="What members bought, what went back, and what banks dispute." />
      <FilterBar
        filters={filters}
        values={values}
        onChange={(next) => void router.navigate({ href: paths.orders(next), replace: true })}
      />
      <DataTable
        label="Orders, the newest first"
        columns={orderColumns}
        page={tablePageOf(query)}
        rowKey={({ id }) => id}
        rowHref={({ id }) => paths.order(id)}
        selectedKey={sel}
        isFiltered={Object.keys(values).length > 0}
        empty={<EmptyState title="No orders yet">Whatever a member buys is listed here, paid or not.</EmptyState>}
        noMatch={
          <EmptyState title="No order matches">
            The search takes a whole member id, or the beginning of an email.
          </EmptyState>
        }
      />
    </PageBody>
  );
}
