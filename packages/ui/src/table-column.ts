import type { ReactNode } from "react";

/** One column. Columns are constants of a module, typed by the row they show. */
export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Right-aligned, in tabular figures: amounts, counts, durations. */
  isNumeric?: boolean;
  /** The server can sort by it. */
  isSortable?: boolean;
  /** The cell has its own buttons or links, which must be reachable above the row's link. */
  isInteractive?: boolean;
  /** Left out where the table has less than 672 px and each row becomes a card. */
  isHiddenWhenNarrow?: boolean;
  /** Only a screen reader hears the header: for the column of a row's menu. */
  isHeaderHidden?: boolean;
  /** A CSS width, for columns whose content has one. */
  width?: string;
};

/** The order of the rows, as the server made it and the URL says it. */
export type Sort = { columnId: string; direction: "ascending" | "descending" };

/** The order a press on a column's header asks for: ascending first, then the other way. */
export function nextSort(sort: Sort | undefined, columnId: string): Sort {
  const isAscendingHere = sort?.columnId === columnId && sort.direction === "ascending";
  return { columnId, direction: isAscendingHere ? "descending" : "ascending" };
}
