import type { Page } from "@covenant/domain";
import { Button } from "@covenant/ui";
import type { TablePage } from "@covenant/ui/data-table";
import type { InfiniteData, UseInfiniteQueryResult, UseQueryResult } from "@tanstack/react-query";
import { presentFailure } from "./present-refusal.ts";

/** A keyset-paged query as a table shows it: loading, failed in words, or the rows so far and how to get more. */
export function tablePageOf<Row>(query: UseInfiniteQueryResult<InfiniteData<Page<Row>>, unknown>): TablePage<Row> {
  if (query.isPending) return { state: "loading" };
  if (query.isError) return failedPage(query.error, () => void query.refetch());
  const next = query.hasNextPage
    ? { load: () => void query.fetchNextPage(), isLoading: query.isFetchingNextPage }
    : null;
  return { state: "ready", rows: query.data.pages.flatMap((page) => page.rows), next };
}

/** A query that answers all its rows at once, as a table shows it. */
export function tableRowsOf<Row>(query: UseQueryResult<Row[], unknown>): TablePage<Row> {
  if (query.isPending) return { state: "loading" };
  if (query.isError) return failedPage(query.error, () => void query.refetch());
  return { state: "ready", rows: query.data };
}

function failedPage(error: unknown, retry: () => void) {
  const { title, detail, requestId } = presentFailure(error);
  return {
    state: "failed" as const,
    title,
    consequence: detail,
    actions: <Button onClick={retry}>Try again</Button>,
    ...(requestId === undefined ? {} : { requestId }),
  };
}

/** How every list asks for more: by the cursor that came with the last page. */
export const nextByCursor = { getNextPageParam: (page: { next: string | null }) => page.next as never };
