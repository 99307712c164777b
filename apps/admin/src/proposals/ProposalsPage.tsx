import { EmptyState, PageHeader } from "@covenant/ui";
import { DataTable, type Filter, FilterBar, nextByCursor, rowsOf, useListKeys } from "@covenant/ui/data-table";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { tablePageOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { filterValues } from "../shell/filter-values.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { proposalColumns } from "./proposal-columns.tsx";

const route = getRouteApi("/_console/proposals");

const filters: readonly Filter<"show">[] = [
  { kind: "choice", id: "show", label: "Which", anyLabel: "Open", options: [{ value: "all", label: "All" }] },
];

/** What waits for a second person, the newest first; each leads to the thing that it is about. */
export function ProposalsPage() {
  const router = useRouter();
  const { sel = null, ...filter } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(api.proposals.list.infiniteQueryOptions(filter, nextByCursor));
  const subjectOf = new Map(rowsOf(query).map(({ id, subject }) => [id as string, subject]));
  useListKeys({
    keys: [...subjectOf.keys()],
    selectedKey: sel,
    onSelect: (key) => void navigate({ search: { ...filter, sel: key }, replace: true, resetScroll: false }),
    onOpen: (key) => void router.navigate({ href: paths.order(subjectOf.get(key) ?? "") }),
    noun: "proposal",
  });
  return (
    <PageBody>
      <PageHeader title="Proposals" detail="What one person may not do alone. Somebody else approves or declines it." />
      <FilterBar
        filters={filters}
        values={filterValues(filter, ["show"])}
        onChange={(next) => void router.navigate({ href: paths.proposals(next), replace: true })}
      />
      <DataTable
        label="Proposals, the newest first"
        columns={proposalColumns}
        page={tablePageOf(query)}
        rowKey={({ id }) => id}
        rowHref={({ subject }) => paths.order(subject)}
        selectedKey={sel}
        isFiltered={false}
        empty={
          <EmptyState title="Nothing waits for a second person">
            A refund above a storefront's limit is proposed on the order's page and listed here.
          </EmptyState>
        }
      />
    </PageBody>
  );
}
