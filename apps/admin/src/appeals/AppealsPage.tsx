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
import { answeredColumns, openColumns } from "./appeal-columns.tsx";

const route = getRouteApi("/_console/appeals/");

const filters: readonly Filter<"state" | "storefront">[] = [
  {
    kind: "choice",
    id: "state",
    label: "State",
    anyLabel: "Waiting",
    options: [{ value: "decided", label: "Answered" }],
  },
  storefrontFilter,
];

/** The queue of appeals, longest waiting first; or what was answered, newest first. */
export function AppealsPage() {
  const router = useRouter();
  const navigate = route.useNavigate();
  const { sel = null, state = "open", storefront } = route.useSearch();
  const query = useInfiniteQuery(api.appeals.list.infiniteQueryOptions({ state, storefront }, nextByCursor));
  useListKeys({
    keys: rowsOf(query).map(({ id }) => id),
    selectedKey: sel,
    onSelect: (key) => void navigate({ search: (kept) => ({ ...kept, sel: key }), replace: true, resetScroll: false }),
    onOpen: (key) => void router.navigate({ href: paths.appeal(key) }),
    noun: "appeal",
  });
  const isQueue = state === "open";
  return (
    <PageBody>
      <PageHeader
        title="Appeals"
        detail="Decisions that a member contests. Whoever took one, or opened its file, does not answer it."
      />
      <FilterBar
        filters={filters}
        values={filterValues({ state: isQueue ? undefined : state, storefront }, ["state", "storefront"])}
        onChange={(next) => void router.navigate({ href: paths.appeals(next), replace: true })}
      />
      <DataTable
        label={isQueue ? "Appeals that wait, the oldest first" : "Answered appeals, the newest first"}
        columns={isQueue ? openColumns : answeredColumns}
        page={tablePageOf(query)}
        rowKey={({ id }) => id}
        rowHref={({ id }) => paths.appeal(id)}
        selectedKey={sel}
        isFiltered={storefront !== undefined}
        empty={isQueue ? nothingWaits : nothingAnswered}
        noMatch={<EmptyState title="No such appeal">Another storefront may have some.</EmptyState>}
      />
    </PageBody>
  );
}

const nothingWaits = (
  <EmptyState title="Nothing waits" icon={<CircleCheck aria-hidden size={24} />}>
    A member appeals from the notice, from the page of a stopped request, or from the page on their standing.
  </EmptyState>
);

const nothingAnswered = (
  <EmptyState title="Nothing was answered yet">Answers stay here, each with its reasons.</EmptyState>
);
