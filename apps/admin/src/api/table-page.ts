import type { Page } from "@covenant/domain";
import type { TablePage } from "@covenant/ui/data-table";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { presentFailure } from "./present-refusal.ts";

/** A keyset-paged query as a table shows it: loading, failed in words, or the rows so far and how to get more. */
export function tablePageOf<Row>(query: UseInfiniteQueryResult<InfiniteData<Page<Row>>, unknown>): TablePage<Row> {
  if (query.isPending) return { state: "loading" };
  if (query.isError) {
    const { title, detail } = presentFailure(query.error);
    return { state: "failed", title, consequence: detail };
  }
  const rows = query.data.pages.flatMap((page) => page.rows);
  const next = query.hasNextPage
    ? { load: () => void query.fetchNextPage(), isLoading: query.isFetchingNextPage }
    : null;
  return { state: "ready", rows, next };
}

/** How every list asks for more: by the cursor that came with the last page. */
export const nextByCursor = { getNextPageParam: (page: { next: string | null }) => page.next as never };
