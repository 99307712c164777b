import type { Page } from "@covenant/domain";
import type { TablePage } from "@covenant/ui/data-table";
import type { InfiniteData, UseInfiniteQueryResult, UseQueryResult } from "@tanstack/react-query";
import { presentFailure } from "./present-refusal.ts";

/** A keyset-paged query as a table shows it: loading, failed in words, or the rows so far and how to get more. */
export function tablePageOf<Row>(query: UseInfiniteQueryResult<InfiniteData<Page<Row>>, unknown>): TablePage<Row> {
  if (query.isPending) return { state: "loading" };
  if (query.isError) return failed(query.error);
  const next = query.hasNextPage
    ? { load: () => void query.fetchNextPage(), isLoading: query.isFetchingNextPage }
    : null;
  return { state: "ready", rows: rowsOf(query), next };
}

/** A query that answers all its rows at once, as a table shows it. */
export function tableRowsOf<Row>(query: UseQueryResult<Row[], unknown>): TablePage<Row> {
  if (query.isPending) return { state: "loading" };
  if (query.isError) return failed(query.error);
  return { state: "ready", rows: query.data };
}

/** The rows of a keyset-paged query that have come so far. */
export function rowsOf<Row>({ data }: Pick<UseInfiniteQueryResult<InfiniteData<Page<Row>>>, "data">): Row[] {
  return data?.pages.flatMap((page) => page.rows) ?? [];
}

function failed(error: unknown): { state: "failed"; title: string; consequence?: string; requestId?: string } {
  const { title, detail, requestId } = presentFailure(error);
  return {
    state: "failed",
    title,
    ...(detail === undefined ? {} : { consequence: detail }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}

/** How every list asks for more: by the cursor that came with the last page. */
export const nextByCursor = { getNextPageParam: (page: { next: string | null }) => page.next as never };
