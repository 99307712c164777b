import type { ActView } from "@covenant/domain";
import { EmptyState, PageHeader, RelativeTime } from "@covenant/ui";
import { type Column, DataTable, type Filter, FilterBar, nextByCursor } from "@covenant/ui/data-table";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { tablePageOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { filterValues } from "../shell/filter-values.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { ActorName } from "./ActorName.tsx";
import { ActSubject } from "./ActSubject.tsx";
import { actWords } from "./act-words.ts";

const route = getRouteApi("/_console/acts");

const filters: readonly Filter<"on">[] = [{ kind: "search", id: "on", label: "Id of a case, member, file…" }];

const columns: readonly Column<ActView>[] = [
  { id: "who", header: "Who", cell: (act) => <ActorName act={act} />, width: "11rem" },
  { id: "what", header: "Did", cell: ({ act }) => <span title={act}>{actWords(act)}</span>, width: "11rem" },
  { id: "on", header: "On", isInteractive: true, cell: ({ on }) => <ActSubject on={on} />, width: "9rem" },
  { id: "note", header: "Note", cell: ({ note }) => <span title={note ?? undefined}>{note ?? "–"}</span> },
  { id: "when", header: "When", cell: ({ at }) => <RelativeTime at={at} />, width: "8rem" },
];

/** The append-only record of who did what, newest first. */
export function ActsPage() {
  const router = useRouter();
  const search = route.useSearch();
  const query = useInfiniteQuery(api.acts.list.infiniteQueryOptions(search, nextByCursor));
  return (
    <PageBody>
      <PageHeader title="Acts" detail="Who did what, on what, and why. Written once, never changed." />
      <FilterBar
        filters={filters}
        values={filterValues(search, ["on"])}
        onChange={({ on }) => void router.navigate({ href: paths.acts(on), replace: true })}
      />
      <DataTable
        label="Acts"
        columns={columns}
        page={tablePageOf(query)}
        rowKey={({ id }) => id}
        isFiltered={search.on !== undefined}
        empty={<EmptyState title="No acts yet">The first sign-in of the staff will be one.</EmptyState>}
        noMatch={
          <EmptyState title="No act on this">
            The whole id is compared. Where it is right, nobody has done anything to it that is recorded.
          </EmptyState>
        }
      />
    </PageBody>
  );
}
