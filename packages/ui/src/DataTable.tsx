import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "./Button.tsx";
import { ErrorState, type ErrorStateProps } from "./ErrorState.tsx";
import { TableHead } from "./TableHead.tsx";
import { TableRow, TableSkeleton } from "./TableRow.tsx";
import type { Column, Sort } from "./table-column.ts";

/** What the server answered for the address in the URL, or is about to. */
export type TablePage<Row> =
  | { state: "loading" }
  | ({ state: "failed" } & ErrorStateProps)
  | { state: "ready"; rows: readonly Row[]; next?: NextPage | null };

/** The rows after the last one, fetched by its cursor. Pages are not numbered: rows arrive while one reads. */
export type NextPage = { load: () => void; isLoading: boolean };

export type DataTableProps<Row> = {
  /** What the table lists: its accessible name. */
  label: string;
  columns: readonly Column<Row>[];
  page: TablePage<Row>;
  rowKey: (row: Row) => string;
  /** Where a row leads. The first cell becomes the link and the whole row its target. */
  rowHref?: (row: Row) => string | undefined;
  selectedKey?: string | null;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Shown when there is nothing at all. */
  empty: ReactNode;
  /** Shown when the filters leave nothing; with `isFiltered`. */
  noMatch?: ReactNode;
  isFiltered?: boolean;
};

/** Rows from the server: paged, sorted and filtered there, bound to the URL by the page. Loading, empty, no match and
 * failed each have a face. Where there is little room each row becomes a card. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, page, sort, onSort } = props;
  const wrapper = useRef<HTMLDivElement>(null);
  useScrollToSelected(wrapper, props.selectedKey ?? null);
  if (page.state === "failed")
    return (
      <Frame>
        <ErrorState {...page} />
      </Frame>
    );
  if (page.state === "ready" && page.rows.length === 0)
    return <Frame>{props.isFiltered ? (props.noMatch ?? props.empty) : props.empty}</Frame>;
  return (
    <Frame>
      <div ref={wrapper} className="@container min-w-0">
        <table
          aria-label={label}
          aria-busy={page.state === "loading"}
          className="w-full border-separate border-spacing-0 text-ui font-normal @max-2xl:block"
        >
          <TableHead columns={columns} sort={sort} onSort={onSort} />
          <tbody className="@max-2xl:block">
            {page.state === "loading" ? <TableSkeleton columns={columns} /> : <Rows {...props} rows={page.rows} />}
          </tbody>
        </table>
      </div>
      {page.state === "ready" && <TableFoot count={page.rows.length} next={page.next ?? null} />}
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return <div className="min-w-0 rounded-card border bg-surface">{children}</div>;
}

function Rows<Row>({ rows, columns, rowKey, rowHref, selectedKey }: DataTableProps<Row> & { rows: readonly Row[] }) {
  return rows.map((row) => {
    const key = rowKey(row);
    return <TableRow key={key} {...{ row, columns }} href={rowHref?.(row)} isSelected={key === selectedKey} />;
  });
}

function TableFoot({ count, next }: { count: number; next: NextPage | null }) {
  return (
    <div className="flex min-h-row items-center justify-between gap-4 rounded-b-card border-t px-4 py-2 text-small text-muted tabular">
      <span role="status">{next ? `${count} shown` : count === 1 ? "1 in all" : `${count} in all`}</span>
      {next && (
        <Button size="small" isPending={next.isLoading} onClick={next.load}>
          Load more
        </Button>
      )}
    </div>
  );
}

function useScrollToSelected(wrapper: { readonly current: HTMLElement | null }, selectedKey: string | null) {
  // Connects to the page's scroll position: a selection moved by keys stays in sight.
  useEffect(() => {
    if (selectedKey === null) return;
    wrapper.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "nearest" });
  }, [wrapper, selectedKey]);
}
