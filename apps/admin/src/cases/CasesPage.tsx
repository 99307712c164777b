import { caseKinds } from "@covenant/domain";
import { EmptyState, PageHeader } from "@covenant/ui";
import { DataTable, type Filter, FilterBar, nextByCursor, rowsOf, useListKeys } from "@covenant/ui/data-table";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { CircleCheck } from "lucide-react";
import { tablePageOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { filterValues } from "../shell/filter-values.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { storefrontFilter } from "../shell/storefront-filter.ts";
import { decidedColumns, openColumns } from "./case-columns.tsx";
import { kindTitles } from "./case-words.ts";

const route = getRouteApi("/_console/cases/");

const filters: readonly Filter<"state" | "kind" | "storefront">[] = [
  {
    kind: "choice",
    id: "state",
    label: "State",
    anyLabel: "Waiting",
    options: [{ value: "decided", label: "Decided" }],
  },
  {
    kind: "choice",
    id: "kind",
    label: "About",
    anyLabel: "About anything",
    options: caseKinds.map((kind) => ({ value: kind, label: kindTitles[kind] })),
  },
  storefrontFilter,
];

/** The queue by its clocks; or what was decided, newest first. */
export function CasesPage() {
  const router = useRouter();
  const navigate = route.useNavigate();
  const { sel = null, state = "open", kind, storefront } = route.useSearch();
  const query = useInfiniteQuery(api.cases.list.infiniteQueryOptions({ state, kind, storefront }, nextByCursor));
  useListKeys({
    keys: rowsOf(query).map(({ id }) => id),
    selectedKey: sel,
    onSelect: (key) => void navigate({ search: (kept) => ({ ...kept, sel: key }), replace: true, resetScroll: false }),
    onOpen: (key) => void router.navigate({ href: paths.case(key) }),
    noun: "case",
  });
  const isQueue = state === "open";
  const empty = isQueue ? nothingWaits : nothingDecided;
  return (
    <PageBody>
      <PageHeader
        title="Cases"
        detail="What needs a person: whether a request or an account broke the terms, and money that is gone or in doubt."
      />
      <FilterBar
        filters={filters}
        values={filterValues({ state: isQueue ? undefined : state, kind, storefront }, ["state", "kind", "storefront"])}
        onChange={(next) => void router.navigate({ href: paths.cases(next), replace: true })}
      />
      <DataTable
        label={isQueue ? "Cases that wait, the first due first" : "Decided cases, the newest first"}
        columns={isQueue ? openColumns : decidedColumns}
        page={tablePageOf(query)}
        rowKey={({ id }) => id}
        rowHref={({ id }) => paths.case(id)}
        selectedKey={sel}
        isFiltered={kind !== undefined || storefront !== undefined}
        empty={empty}
        noMatch={<EmptyState title="No such case">Another kind or storefront may have some.</EmptyState>}
      />
    </PageBody>
  );
}

const nothingWaits = (
  <EmptyState title="Nothing waits" icon={<CircleCheck aria-hidden size={24} />}>
    A case opens by itself when a flag is too strong to let pass and too weak to rule on, when a strike is to count, or
    when a bank takes money back for credits that were used.
  </EmptyState>
);

const nothingDecided = (
  <EmptyState title="Nothing was decided yet">Decisions stay here, each with its reason.</EmptyState>
);
