import { type MemberSummary, storefrontNames } from "@covenant/domain";
import { EmptyState, PageHeader, RelativeTime, StatusBadge } from "@covenant/ui";
import {
  type Column,
  DataTable,
  type Filter,
  FilterBar,
  nextByCursor,
  rowsOf,
  useListKeys,
} from "@covenant/ui/data-table";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { tablePageOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { filterValues } from "../shell/filter-values.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { storefrontFilter } from "../shell/storefront-filter.ts";

const route = getRouteApi("/_console/members/");

const filters: readonly Filter<"search" | "storefront">[] = [
  { kind: "search", id: "search", label: "Beginning of an email" },
  storefrontFilter,
];

const columns: readonly Column<MemberSummary>[] = [
  { id: "email", header: "Email", cell: ({ email }) => email },
  { id: "storefront", header: "Storefront", cell: ({ storefront }) => storefrontNames[storefront], width: "12rem" },
  {
    id: "strikes",
    header: "Strikes",
    cell: ({ countingStrikes }) => <Strikes count={countingStrikes} />,
    width: "10rem",
  },
  { id: "joined", header: "Joined", cell: ({ createdAt }) => <RelativeTime at={createdAt} />, width: "10rem" },
];

/** The members of every storefront, newest first. */
export function MembersPage() {
  const router = useRouter();
  const { sel = null, ...filter } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(api.members.list.infiniteQueryOptions(filter, nextByCursor));
  useListKeys({
    keys: rowsOf(query).map(({ id }) => id),
    selectedKey: sel,
    onSelect: (key) => void navigate({ search: { ...filter, sel: key }, replace: true, resetScroll: false }),
    onOpen: (key) => void router.navigate({ href: paths.member(key) }),
    noun: "member",
  });
  const values = filterValues(filter, ["search", "storefront"]);
  return (
    <PageBody>
      <PageHeader title="Members" detail="Accounts of every storefront; one person may have one in each." />
      <FilterBar
        filters={filters}
        values={values}
        onChange={(next) => void router.navigate({ href: paths.members(next), replace: true })}
      />
      <DataTable
        label="Members"
        columns={columns}
        page={tablePageOf(query)}
        rowKey={({ id }) => id}
        rowHref={({ id }) => paths.member(id)}
        selectedKey={sel}
        isFiltered={Object.keys(values).length > 0}
        empty={<EmptyState title="No members yet">Whoever signs up at a storefront is listed here.</EmptyState>}
        noMatch={
          <EmptyState title="No member matches">
            The search compares the beginning of the email; “ana” finds ana@… and not mariana@….
          </EmptyState>
        }
      />
    </PageBody>
  );
}

function Strikes({ count }: { count: number }) {
  if (count === 0) return <span className="text-muted">none counts</span>;
  return <StatusBadge tone="warn">{count === 1 ? "1 counts" : `${count} count`}</StatusBadge>;
}
