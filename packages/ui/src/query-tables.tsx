import { Button } from "./Button.tsx";
import type { TablePage } from "./DataTable.tsx";
import type { FormFailure } from "./use-form-shell.ts";

/** A query for rows, as far as a table looks at it. */
type RowsQuery<Data> = {
  data: Data | undefined;
  error: unknown;
  isPending: boolean;
  isError: boolean;
  refetch: () => unknown;
};

/** The same, paged by a cursor that comes with each page. */
type PagedQuery<Row> = RowsQuery<{ pages: readonly RowPage<Row>[] }> & {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
};
type RowPage<Row> = { rows: readonly Row[]; next: string | null };

/** How an app's tables show its queries: loading, failed in the app's own words with a way to try again, or the rows. */
export function tablesWith(explain: (error: unknown) => FormFailure) {
  return {
    /** A cursor-paged query: the rows so far, and how to get more. */
    tablePageOf<Row>(query: PagedQuery<Row>): TablePage<Row> {
      const more = { load: () => void query.fetchNextPage(), isLoading: query.isFetchingNextPage };
      return show(query, () => ({ rows: rowsOf(query), next: query.hasNextPage ? more : null }));
    },
    /** A query that answers all its rows at once. */
    tableRowsOf<Row>(query: RowsQuery<readonly Row[]>): TablePage<Row> {
      return show(query, () => ({ rows: query.data ?? [] }));
    },
  };

  function show<Row>(query: RowsQuery<unknown>, ready: () => ReadyRows<Row>): TablePage<Row> {
    if (query.isPending) return { state: "loading" };
    if (query.isError) return failedPage(explain(query.error), () => void query.refetch());
    return { state: "ready", ...ready() };
  }
}

type ReadyRows<Row> = Omit<Extract<TablePage<Row>, { state: "ready" }>, "state">;

/** The rows of a cursor-paged query that have come so far. */
export function rowsOf<Row>({ data }: Pick<PagedQuery<Row>, "data">): Row[] {
  return data?.pages.flatMap((page) => page.rows) ?? [];
}

/** How every list asks for more: by the cursor that came with the last page. */
export const nextByCursor = { getNextPageParam: (page: { next: string | null }) => page.next as never };

function failedPage({ title, detail, requestId }: FormFailure, retry: () => void) {
  return {
    state: "failed" as const,
    title,
    consequence: detail,
    actions: <Button onClick={retry}>Try again</Button>,
    ...(requestId === undefined ? {} : { requestId }),
  };
}
