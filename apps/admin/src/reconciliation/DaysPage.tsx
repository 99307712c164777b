import { dayStates } from "@covenant/domain";
import { EmptyState, PageHeader } from "@covenant/ui";
import { DataTable, type Filter, FilterBar, nextByCursor, rowsOf, useListKeys } from "@covenant/ui/data-table";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { tablePageOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { filterValues } from "../shell/filter-values.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { CompareToday } from "./CompareButton.tsx";
import { dayColumns } from "./day-columns.tsx";
import { dayLooks } from "./difference-words.ts";

const route = getRouteApi("/_console/reconciliation/");

const filters: readonly Filter<"state">[] = [
  {
    kind: "choice",
    id: "state",
    label: "State",
    anyLabel: "Any state",
    options: dayStates.map((state) => ({ value: state, label: dayLooks[state].label })),
  },
];

/** The days that were compared with Stripe and the ledger, the newest first. `alarm` says what keeps Stripe from being heard. */
export function DaysPage({ alarm }: { alarm: ReactNode }) {
  const router = useRouter();
  const { sel = null, state } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(api.reconciliation.list.infiniteQueryOptions({ state }, nextByCursor));
  useListKeys({
    keys: rowsOf(query).map(({ day }) => day),
    selectedKey: sel,
    onSelect: (key) => void navigate({ search: { state, sel: key }, replace: true, resetScroll: false }),
    onOpen: (key) => void router.navigate({ href: paths.reconciledDay(key) }),
    noun: "day",
  });
  return (
    <PageBody>
      <PageHeader
        title="Reconciliation"
        detail="Each day of our books against Stripe's balance and our ledger. A day is compared by itself once it is over, and once more a day later; one that was not says so."
        actions={<CompareToday />}
      />
      {alarm}
      <FilterBar
        filters={filters}
        values={filterValues({ state }, ["state"])}
        onChange={(next) => void router.navigate({ href: paths.reconciliation(next), replace: true })}
      />
      <DataTable
        label="Days, the newest first"
        columns={dayColumns}
        page={tablePageOf(query)}
        rowKey={({ day }) => day}
        rowHref={({ day }) => paths.reconciledDay(day)}
        selectedKey={sel}
        isFiltered={state !== undefined}
        empty={
          <EmptyState title="No day was compared yet">
            The worker compares yesterday once it has been over for an hour.
          </EmptyState>
        }
        noMatch={<EmptyState title="No such day">Another state may have some.</EmptyState>}
      />
    </PageBody>
  );
}
